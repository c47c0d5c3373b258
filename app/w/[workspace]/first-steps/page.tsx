import type { Metadata } from "next";
import { FirstSteps } from "@/app/w/[workspace]/first-steps/first-steps";
import { loadFirstSteps } from "@/lib/workspaces/loaders";

export const metadata: Metadata = { title: "First steps" };

export default async function FirstStepsPage({ params }: { params: Promise<{ workspace: string }> }) {
  return <FirstSteps view={await loadFirstSteps((await params).workspace)} />;
}
