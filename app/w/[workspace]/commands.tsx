"use client";

import { useTheme } from "next-themes";
import { toast } from "sonner";
import { answered } from "@/app/w/[workspace]/answered";
import { useValueWords } from "@/components/metric/owners";
import { CommandBar } from "@/components/shell/command-bar";
import { openKeys } from "@/components/shell/keys";
import { pageAddress } from "@/components/shell/pages";
import { THEMES } from "@/components/shell/theme-switch";
import { findAccountsAction } from "@/lib/accounts/actions";
import { signOutAction } from "@/lib/people/actions";

type Props = { workspace: string; metrics: readonly { id: string; name: string }[]; mayImport: boolean; mayInvite: boolean };

export function Commands({ workspace, metrics, mayImport, mayInvite }: Props) {
  const words = useValueWords();
  const { setTheme } = useTheme();
  const go = (path: string) => pageAddress(workspace, path);
  const actions = [
    ...(mayImport ? [{ id: "import", name: "Import a file", hint: "CSV, under Data", run: go("data") }] : []),
    ...(mayInvite ? [{ id: "invite", name: "Invite somebody", hint: "Under Settings, People", run: go("settings/people") }] : []),
    { id: "copy", name: "Copy a link to this page", hint: "With its filters", run: () => void copyLink() },
    { id: "keys", name: "Show the keys", hint: "?", run: openKeys },
    ...THEMES.map(({ value, label }) => ({
      id: value,
      name: `Appearance: ${label.toLowerCase()}`,
      hint: "Theme",
      run: () => setTheme(value),
    })),
    { id: "workspaces", name: "Another workspace", hint: "Enter one, or make one", run: "/workspaces" },
    { id: "sign-out", name: "Sign out", hint: "Of this browser", run: () => void leave() },
  ];
  return (
    <CommandBar
      workspace={workspace}
      metrics={metrics}
      actions={actions}
      findAccounts={async (search) => {
        const { accounts, all } = await answered(findAccountsAction({ workspace, search: search.slice(0, 100) }));
        return { all, accounts: accounts.map((account) => ({ ...account, hint: words("owner", account.hint) })) };
      }}
    />
  );
}

async function copyLink(): Promise<void> {
  await navigator.clipboard.writeText(window.location.href).then(
    () => toast.success("The link is copied."),
    () => toast.error("The browser let nothing be copied; the address bar holds the link."),
  );
}

async function leave(): Promise<void> {
  await signOutAction({});
  window.location.assign("/sign-in");
}
