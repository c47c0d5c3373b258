import { counted, leftWords } from "@/app/w/[workspace]/health/back-test/words";
import { ImportStep } from "@/app/w/[workspace]/import-step";
import { EmptyState } from "@/components/ui/empty-state";
import type { Verdict } from "@/lib/health/back-test/verdict";

/** Too little has happened to say anything: how much has, and what would be enough. */
export function Refusal({ workspace, verdict }: { workspace: string; verdict: Extract<Verdict, { kind: "too-few" }> }) {
  const { points, churns, left, needed, waiting } = verdict;
  if (points === 0)
    return (
      <EmptyState title="Nothing to hold the score against yet" step={<ImportStep workspace={workspace} />}>
        {waiting > 0
          ? `${counted(waiting, "month's end", "months' ends")} of paying accounts are seen, but the 90 days after them are not over.`
          : "A month's end of a paying account counts once the 90 days after it are over. Bring accounts, their subscriptions and their use, with their past: it is scored back to its first day."}
      </EmptyState>
    );
  return (
    <EmptyState title={`Too few have left to say: ${churns} of the ${needed} it needs`}>
      {leftWords({ left, scored: churns, points })} An interval from so few would reach from chance to certainty, so no number is shown. It
      comes by itself when {needed} have left.
    </EmptyState>
  );
}
