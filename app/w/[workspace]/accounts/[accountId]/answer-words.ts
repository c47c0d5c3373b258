import type { Tone } from "@/components/ui/badge";
import type { ShownAnswer } from "@/lib/surveys/data";
import { type AnswerClass, answerClass, CLASS_WORDS, KIND_WORDS } from "@/lib/surveys/rules";

const TONES: Record<AnswerClass, Tone> = { good: "good", middle: "plain", bad: "bad" };

/** An answer in a few words: `NPS 9, promoter`, `CSAT 4 of 5`, `Effort 6 of 7`. */
export function answerWords(answer: Pick<ShownAnswer, "kind" | "score" | "scale">): { words: string; tone: Tone } {
  const { kind, score, scale } = answer;
  const name = KIND_WORDS[kind];
  const of = answerClass(answer);
  if (of === null) return { words: `${name}, not answered`, tone: "plain" };
  return {
    words: kind === "nps" ? `${name} ${score}, ${CLASS_WORDS.nps[of].one.toLowerCase()}` : `${name} ${score} of ${scale}`,
    tone: TONES[of],
  };
}
