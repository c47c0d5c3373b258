import type { Metadata } from "next";
import { Section } from "@/app/w/[workspace]/settings/section";
import { TargetList } from "@/app/w/[workspace]/settings/targets/target-list";
import { loadAimed } from "@/lib/targets/loaders";

export const metadata: Metadata = { title: "Targets" };

export default async function TargetsPage({ params }: { params: Promise<{ workspace: string }> }) {
  return (
    <Section
      title="Targets"
      words="What each number is to reach, and who owns that. A target stands beside its number, on its trend, in the summary and in the weekly digest; whoever changes one is named in the audit."
    >
      <TargetList aimed={await loadAimed((await params).workspace)} />
    </Section>
  );
}
