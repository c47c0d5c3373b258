import type { Metadata } from "next";
import { ScorecardsScreen } from "@/app/w/[workspace]/health/scorecards/scorecards-screen";
import { loadScorecards } from "@/lib/health/loaders";
import { draftFrom } from "@/lib/health/weights/draft";

export const metadata: Metadata = { title: "Scorecards" };

type Props = { params: Promise<{ workspace: string }>; searchParams: Promise<{ weights?: string | string[] }> };

export default async function ScorecardsPage({ params, searchParams }: Props) {
  const { weights } = await searchParams;
  const page = await loadScorecards((await params).workspace);
  const held = page.versions.find(({ number }) => number === page.current);
  const offered = held && typeof weights === "string" ? draftFrom(held.config, weights) : null;
  return <ScorecardsScreen page={page} offered={offered} />;
}
