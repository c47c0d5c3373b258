"use client";

import { answered } from "@/app/w/[workspace]/answered";
import { CommandBar } from "@/components/shell/command-bar";
import { findAccountsAction } from "@/lib/accounts/actions";

export function Commands({ workspace, metrics }: { workspace: string; metrics: readonly { id: string; name: string }[] }) {
  return (
    <CommandBar
      workspace={workspace}
      metrics={metrics}
      findAccounts={(search) => answered(findAccountsAction({ workspace, search: search.slice(0, 100) }))}
    />
  );
}
