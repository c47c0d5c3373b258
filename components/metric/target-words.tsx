import { Check, Circle, X } from "lucide-react";

/** What a number was to reach, as it is written, and how it stands to it; no standing where the number is of some accounts, and the target of all. */
export type ShownTarget = {
  readonly figure: string;
  readonly standing: { readonly state: "met" | "missed" | "open"; readonly words: string } | null;
};

const TONES = { met: "text-good", missed: "text-bad", open: "text-ink-2" };
const SHAPES = { met: Check, missed: X, open: Circle };

/** A target beside its number: the figure, and whether it is met as shape, word and colour. */
export function TargetWords({ target: { figure, standing } }: { target: ShownTarget }) {
  const Shape = standing ? SHAPES[standing.state] : null;
  return (
    <span className="figures inline-flex flex-wrap items-center gap-x-1.5 text-xs" data-testid="target">
      <span className="text-ink-2">target {figure}</span>
      {standing && Shape ? (
        <span className={`inline-flex items-center gap-1 font-medium ${TONES[standing.state]}`}>
          <Shape aria-hidden className="size-3" strokeWidth={2.5} />
          {standing.words}
        </span>
      ) : (
        <span className="text-ink-3">for all accounts</span>
      )}
    </span>
  );
}
