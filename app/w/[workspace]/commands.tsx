"use client";

import { answered } from "@/app/w/[workspace]/answered";
import { useValueWords } from "@/components/metric/owners";
import { CommandBar } from "@/components/shell/command-bar";
import { findAccountsAction } from "@/lib/accounts/actions";

export function Commands({ workspace, metrics }: { workspace: string; metrics: readonly { id: string; name: string }[] }) {
  const words = useValueWords();
  return (
    <CommandBar
      workspace={workspace}
      metrics={metrics}
      findAccounts={async (search) => {
        const { accounts, all } = await answered(findAccountsAction({ workspace, search: search.slice(0, 100) }));
        return { all, accounts: accounts.map((account) => ({ ...account, hint: words("owner", account.hint) })) };
      }}
    />
  );
}
