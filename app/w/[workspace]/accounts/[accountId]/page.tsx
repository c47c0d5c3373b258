import type { Metadata } from "next";
import { AccountScreen } from "@/app/w/[workspace]/accounts/[accountId]/account-screen";
import { loadAccount } from "@/lib/accounts/loaders";

type Props = { params: Promise<{ workspace: string; accountId: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { workspace, accountId } = await params;
  return { title: (await loadAccount(workspace, accountId)).account.name };
}

export default async function AccountPage({ params }: Props) {
  const { workspace, accountId } = await params;
  return <AccountScreen view={await loadAccount(workspace, accountId)} />;
}
