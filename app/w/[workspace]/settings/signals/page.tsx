import type { Metadata } from "next";
import { Section } from "@/app/w/[workspace]/settings/section";
import { SignalForm } from "@/app/w/[workspace]/settings/signals/signal-form";
import { SoFar } from "@/app/w/[workspace]/settings/signals/so-far";
import { loadSignals } from "@/lib/signals/loaders";

export const metadata: Metadata = { title: "Signals" };

export default async function SignalsPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace, mayChange, signals } = await loadSignals((await params).workspace);
  return signals.map(({ face, enabled, thresholds, ...rest }) => (
    <Section key={face.id} title={face.name} words={face.meaning}>
      <div className="grid gap-5">
        <SoFar enabled={enabled} {...rest} />
        <SignalForm workspace={workspace} face={face} enabled={enabled} thresholds={thresholds} mayChange={mayChange} />
      </div>
    </Section>
  ));
}
