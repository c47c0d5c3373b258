"use client";

import { Download } from "lucide-react";
import { createSerializer } from "nuqs";
import { AccountsFilters } from "@/app/w/[workspace]/accounts/accounts-filters";
import { AccountsList } from "@/app/w/[workspace]/accounts/accounts-list";
import { type AccountsParams, accountsParams, columnsOf, queryOf } from "@/app/w/[workspace]/accounts/accounts-view";
import { ColumnsButton } from "@/app/w/[workspace]/accounts/columns-button";
import { AddButton, RecordEditor } from "@/app/w/[workspace]/accounts/editing/record-editor";
import { ViewsMenu } from "@/app/w/[workspace]/accounts/views/views-menu";
import { ImportStep } from "@/app/w/[workspace]/import-step";
import { ScreenHead } from "@/app/w/[workspace]/screen-head";
import { useAsked } from "@/app/w/[workspace]/use-asked";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { EmptyState } from "@/components/ui/empty-state";
import { Sheet } from "@/components/ui/sheet";
import type { AccountsView } from "@/lib/accounts/loaders";
import { formatMoney } from "@/lib/kernel/money";

const serialize = createSerializer(accountsParams);

/** Every account, found, sorted and filtered; the totals are those of the metrics at this moment. */
export function AccountsScreen({ view }: { view: AccountsView }) {
  const { workspace, me, rights, hasTeam, page, values, asOf, today } = view;
  const { asked, setAsked, reading } = useAsked(accountsParams);
  const change = (changed: Partial<AccountsParams>) => void setAsked({ after: null, ...changed });
  const addressOf = (changed: Partial<AccountsParams>) => serialize(`/w/${workspace.slug}/accounts`, { ...asked, ...changed });
  const { accounts, customers, mrr } = page.total;
  const total = `${accounts.toLocaleString("en-US")} ${accounts === 1 ? "account" : "accounts"}, ${customers.toLocaleString("en-US")} of them customers, ${mrr === null ? "MRR unknown for want of an exchange rate" : `${formatMoney(mrr, workspace.currency)} MRR`}`;
  return (
    <RecordEditor workspace={workspace.slug} account={null} rights={rights}>
      <ScreenHead title="Who are our customers?" asOf={asOf} timeZone={workspace.timeZone} stale={false}>
        <AccountsFilters asked={asked} values={values} me={me} hasTeam={hasTeam} onChange={change} />
      </ScreenHead>
      <Sheet flush className={cx(reading && "stale")}>
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1 border-line border-b px-4 py-2">
          <p aria-live="polite" className="figures mr-auto min-w-0 font-medium text-sm" data-testid="accounts-total">
            {total}
          </p>
          <div className="no-print -mx-2 flex flex-wrap items-center">
            <ViewsMenu
              workspace={workspace.slug}
              views={view.views}
              me={me}
              mayShare={view.mayShare}
              asked={asked}
              query={queryOf(asked)}
            />
            <ColumnsButton columns={columnsOf(asked)} onChange={(columns) => change({ columns })} />
            <Button asChild look="quiet" size="sm">
              <a href={`/w/${workspace.slug}/accounts/file?${queryOf(asked)}`} download>
                <Download aria-hidden className="size-3.5" /> CSV
              </a>
            </Button>
            <AddButton kind="accounts" />
          </div>
        </div>
        {page.rows.length === 0 ? (
          values.length === 0 ? (
            <EmptyState title="No accounts yet" step={<ImportStep workspace={workspace.slug} />}>
              Accounts come out of a file of your CRM or billing.
            </EmptyState>
          ) : (
            <EmptyState title="No account matches">Loosen a filter or search for something else.</EmptyState>
          )
        ) : (
          <AccountsList
            slug={workspace.slug}
            reading={{ currency: workspace.currency, today }}
            asked={asked}
            page={page}
            addressOf={addressOf}
            onChange={change}
          />
        )}
      </Sheet>
    </RecordEditor>
  );
}
