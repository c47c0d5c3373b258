import { BandShape } from "@/components/ui/band";
import type { Band } from "@/lib/kernel/health-score";
import type { ShownAnswer } from "@/lib/surveys/data";
import { type AnswerClass, answerClass, CLASS_WORDS, KIND_WORDS } from "@/lib/surveys/rules";

const SHAPES: Record<AnswerClass, Band> = { good: "green", middle: "yellow", bad: "red" };

/** A score with what it says of us: shape, colour and word. */
export function AnswerMark({ answer }: { answer: Pick<ShownAnswer, "kind" | "score" | "scale"> }) {
  const { kind, score, scale } = answer;
  const of = answerClass(answer);
  return (
    <span className="inline-flex flex-wrap items-baseline gap-x-2">
      <span className="figures whitespace-nowrap">
        <span className="inline-block min-w-9 text-ink-3 text-xs">{KIND_WORDS[kind]}</span>{" "}
        <span className="font-semibold">{score ?? "—"}</span>
        <span className="text-ink-3 text-xs"> of {scale}</span>
      </span>
      <span className="inline-flex items-center gap-1.5 whitespace-nowrap text-ink-2 text-xs">
        <BandShape band={of === null ? "unknown" : SHAPES[of]} className="size-2" />
        {of === null ? "Not answered" : CLASS_WORDS[kind][of].one}
      </span>
    </span>
  );
}
