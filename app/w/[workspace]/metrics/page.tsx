import type { Metadata } from "next";
import { Glossary } from "@/app/w/[workspace]/metrics/glossary";
import { loadMetrics } from "@/lib/metrics/loaders";

export const metadata: Metadata = { title: "Metrics" };

export default async function MetricsPage({ params }: { params: Promise<{ workspace: string }> }) {
  return <Glossary page={await loadMetrics((await params).workspace)} />;
}
