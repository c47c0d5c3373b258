import type { Metadata } from "next";
import { SummaryScreen } from "@/app/w/[workspace]/summary/[month]/summary-screen";
import { describePeriod } from "@/lib/kernel/period-words";
import { loadSummary } from "@/lib/summary/loaders";

type Props = { params: Promise<{ workspace: string; month: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Summary of ${describePeriod((await params).month)}` };
}

export default async function SummaryPage({ params }: Props) {
  const { workspace, month } = await params;
  return <SummaryScreen view={await loadSummary(workspace, month)} />;
}
