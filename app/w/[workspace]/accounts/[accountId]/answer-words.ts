import type { Tone } from "@/components/ui/badge";
import type { ShownAnswer } from "@/lib/surveys/data";

const NAMES = { nps: "NPS", csat: "CSAT", ces: "Effort" };

/** An answer in a few words: `NPS 9, promoter`, `CSAT 4 of 5`, `Effort 6 of 7`. */
export function answerWords({ kind, score, scale }: Pick<ShownAnswer, "kind" | "score" | "scale">): { words: string; tone: Tone } {
  const name = NAMES[kind];
  if (score === null) return { words: `${name}, not answered`, tone: "plain" };
  if (kind === "nps") {
    if (score >= 9) return { words: `${name} ${score}, promoter`, tone: "good" };
    return score >= 7 ? { words: `${name} ${score}, passive`, tone: "plain" } : { words: `${name} ${score}, detractor`, tone: "bad" };
  }
  const share = (score - 1) / (scale - 1);
  return { words: `${name} ${score} of ${scale}`, tone: share >= 0.66 ? "good" : share < 0.5 ? "bad" : "plain" };
}
