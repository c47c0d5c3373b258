import type { Metadata } from "next";
import { AccountsScreen } from "@/app/w/[workspace]/accounts/accounts-screen";
import { accountsAsked, loadAccountsParams } from "@/app/w/[workspace]/accounts/accounts-view";
import { loadAccounts } from "@/lib/accounts/loaders";

export const metadata: Metadata = { title: "Accounts" };

type Props = { params: Promise<{ workspace: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function AccountsPage({ params, searchParams }: Props) {
  const asked = accountsAsked(await loadAccountsParams(searchParams));
  return <AccountsScreen view={await loadAccounts((await params).workspace, asked)} />;
}
