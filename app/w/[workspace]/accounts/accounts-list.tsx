"use client";

import { useSyncExternalStore } from "react";
import { AccountCards } from "@/app/w/[workspace]/accounts/account-cards";
import type { Reading } from "@/app/w/[workspace]/accounts/account-cells";
import { AccountsTable } from "@/app/w/[workspace]/accounts/accounts-table";
import { type AccountsParams, accountsAsked, columnsOf } from "@/app/w/[workspace]/accounts/accounts-view";
import { useMoreAccounts } from "@/app/w/[workspace]/accounts/more-accounts";
import { MoreRow } from "@/app/w/[workspace]/accounts/more-row";
import type { AccountsPage } from "@/lib/accounts/data";

type Props = {
  slug: string;
  reading: Reading;
  asked: AccountsParams;
  page: AccountsPage;
  addressOf: (changed: Partial<AccountsParams>) => string;
  onChange: (changed: Partial<AccountsParams>) => void;
};

/** The accounts as a table, or as cards where a table does not fit; the next ones come as one goes on. */
export function AccountsList({ slug, reading, asked, page, addressOf, onChange }: Props) {
  const { rows, more, hasMore, fault } = useMoreAccounts(slug, accountsAsked(asked), page);
  const wide = useWide();
  const columns = columnsOf(asked);
  return (
    <>
      {wide === false ? null : (
        <div className="hidden md:block">
          <AccountsTable
            {...{ slug, reading, rows, columns }}
            all={page.total.accounts}
            sort={asked.sort}
            turned={asked.turned}
            onSort={onChange}
          />
        </div>
      )}
      {wide === true ? null : (
        <div className="md:hidden">
          <AccountCards {...{ slug, reading, rows, columns }} />
        </div>
      )}
      <MoreRow
        shown={rows.length}
        all={page.total.accounts}
        {...{ more, hasMore, fault }}
        address={addressOf({ after: page.next })}
        start={asked.after === null ? null : addressOf({ after: null })}
      />
    </>
  );
}

const WIDE = "(min-width: 48rem)";

/** Whether a table fits; null before anybody can know, when both stand there and the style sheet shows one. */
function useWide(): boolean | null {
  return useSyncExternalStore(
    (changed) => {
      const query = window.matchMedia(WIDE);
      query.addEventListener("change", changed);
      return () => query.removeEventListener("change", changed);
    },
    () => window.matchMedia(WIDE).matches,
    () => null,
  );
}
