import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { AccountsScreen } from "@/app/w/[workspace]/accounts/accounts-screen";
import { accountsAsked, loadAccountsParams } from "@/app/w/[workspace]/accounts/accounts-view";
import { leadsTo } from "@/app/w/[workspace]/accounts/views/kept";
import { loadAccounts } from "@/lib/accounts/loaders";

export const metadata: Metadata = { title: "Accounts" };

type Props = { params: Promise<{ workspace: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function AccountsPage({ params, searchParams }: Props) {
  const [{ workspace }, given] = [await params, await searchParams];
  const view = await loadAccounts(workspace, accountsAsked(loadAccountsParams(given)));
  const elsewhere = leadsTo(workspace, view.views, given);
  if (elsewhere) redirect(elsewhere);
  return <AccountsScreen view={view} />;
}
