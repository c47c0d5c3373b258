import type { Metadata } from "next";
import { AccountScreen } from "@/app/w/[workspace]/accounts/[accountId]/account-screen";
import { loadAccount } from "@/lib/overview/account/loaders";

type Props = {
  params: Promise<{ workspace: string; accountId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: (await viewOf(props)).account.name };
}

export default async function AccountPage(props: Props) {
  return <AccountScreen view={await viewOf(props)} />;
}

async function viewOf({ params, searchParams }: Props) {
  const { workspace, accountId } = await params;
  return loadAccount(workspace, accountId, String((await searchParams).show ?? ""));
}
