import type { Metadata } from "next";
import { ScorecardsScreen } from "@/app/w/[workspace]/health/scorecards/scorecards-screen";
import { loadScorecards } from "@/lib/health/loaders";

export const metadata: Metadata = { title: "Scorecards" };

export default async function ScorecardsPage({ params }: { params: Promise<{ workspace: string }> }) {
  return <ScorecardsScreen page={await loadScorecards((await params).workspace)} />;
}
