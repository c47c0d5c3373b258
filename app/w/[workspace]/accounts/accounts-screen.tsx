"use client";

import Link from "next/link";
import { useQueryStates } from "nuqs";
import { useTransition } from "react";
import { AccountCards } from "@/app/w/[workspace]/accounts/account-cards";
import { AccountsFilters } from "@/app/w/[workspace]/accounts/accounts-filters";
import { AccountsTable } from "@/app/w/[workspace]/accounts/accounts-table";
import { type AccountsParams, accountsParams } from "@/app/w/[workspace]/accounts/accounts-view";
import { AddButton, RecordEditor } from "@/app/w/[workspace]/accounts/editing/record-editor";
import { ScreenHead } from "@/app/w/[workspace]/screen-head";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { EmptyState } from "@/components/ui/empty-state";
import { Pager } from "@/components/ui/pager";
import { Sheet } from "@/components/ui/sheet";
import type { AccountsView } from "@/lib/accounts/loaders";
import { formatMoney } from "@/lib/kernel/money";

/** Every account, found, sorted and filtered; the totals are those of the metrics at this moment. */
export function AccountsScreen({ view: { workspace, me, rights, page, values, asOf, today } }: { view: AccountsView }) {
  const [reading, startReading] = useTransition();
  const [asked, setAsked] = useQueryStates(accountsParams, {
    history: "push",
    shallow: false,
    scroll: false,
    startTransition: startReading,
  });
  const change = (changed: Partial<AccountsParams>) => void setAsked({ after: null, before: null, ...changed });
  const { accounts, customers, mrr } = page.total;
  const total = `${accounts.toLocaleString("en-US")} ${accounts === 1 ? "account" : "accounts"}, ${customers.toLocaleString("en-US")} of them customers, ${mrr === null ? "MRR unknown for want of an exchange rate" : `${formatMoney(mrr, workspace.currency)} MRR`}`;
  return (
    <RecordEditor workspace={workspace.slug} account={null} rights={rights}>
      <ScreenHead title="Who are our customers?" asOf={asOf} timeZone={workspace.timeZone} stale={false}>
        <AccountsFilters asked={asked} values={values} me={me} onChange={change} />
      </ScreenHead>
      <Sheet flush className={cx(reading && "stale")}>
        <div className="flex items-center justify-between gap-3 border-line border-b px-4 py-2">
          <p aria-live="polite" className="figures min-w-0 font-medium text-sm" data-testid="accounts-total">
            {total}
          </p>
          <AddButton kind="accounts" />
        </div>
        {page.rows.length === 0 ? (
          values.length === 0 ? (
            <EmptyState
              title="No accounts yet"
              step={
                <Button asChild look="primary">
                  <Link href={`/w/${workspace.slug}/data`}>Import a file</Link>
                </Button>
              }
            >
              Accounts come out of a file of your CRM or billing.
            </EmptyState>
          ) : (
            <EmptyState title="No account matches">Loosen a filter or search for something else.</EmptyState>
          )
        ) : (
          <>
            <AccountsTable workspace={workspace} rows={page.rows} today={today} sort={asked.sort} onSort={(sort) => change({ sort })} />
            <AccountCards workspace={workspace} rows={page.rows} today={today} />
            <Pager
              words={`${page.rows.length.toLocaleString("en-US")} of ${accounts.toLocaleString("en-US")}`}
              onPrevious={page.previous === null ? null : () => change({ before: page.previous })}
              onNext={page.next === null ? null : () => change({ after: page.next })}
            />
          </>
        )}
      </Sheet>
    </RecordEditor>
  );
}
