import type { Metadata } from "next";
import { loadRenewalsAsked } from "@/app/w/[workspace]/renewals/params";
import { RenewalsScreen } from "@/app/w/[workspace]/renewals/renewals-screen";
import { loadRenewals } from "@/lib/renewals/loaders";

export const metadata: Metadata = { title: "Renewals" };

type Props = { params: Promise<{ workspace: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function RenewalsPage({ params, searchParams }: Props) {
  const asked = await loadRenewalsAsked(searchParams);
  return <RenewalsScreen view={await loadRenewals((await params).workspace, asked)} />;
}
