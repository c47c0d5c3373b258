import type { ShownAnswer } from "@/lib/surveys/data";
import type { SurveyKind } from "@/lib/surveys/schema";

/** What an answer says of us, whatever was asked. */
export const ANSWER_CLASSES = ["good", "middle", "bad"] as const;
export type AnswerClass = (typeof ANSWER_CLASSES)[number];

/**
 * good: an NPS of 9 or 10, or the upper third of another scale (CSAT 4 and 5, effort 5 to 7). bad: an NPS of 0 to 6, or the lower half of another
 * scale (CSAT 1 and 2, effort 1 to 3). Null where it was not answered. Source: metrics.md §8 to §10.
 */
export function answerClass({ kind, score, scale }: Pick<ShownAnswer, "kind" | "score" | "scale">): AnswerClass | null {
  if (score === null) return null;
  if (kind === "nps") return score >= 9 ? "good" : score >= 7 ? "middle" : "bad";
  if (3 * (score - 1) >= 2 * (scale - 1)) return "good";
  return 2 * (score - 1) < scale - 1 ? "bad" : "middle";
}

/** The same in SQL, over a row `r` of survey_response. */
export const ANSWER_CLASS_SQL = `CASE WHEN r.score IS NULL THEN NULL
  WHEN r.kind = 'nps' THEN CASE WHEN r.score >= 9 THEN 'good' WHEN r.score >= 7 THEN 'middle' ELSE 'bad' END
  WHEN 3 * (r.score - 1) >= 2 * (r.scale - 1) THEN 'good' WHEN 2 * (r.score - 1) < r.scale - 1 THEN 'bad' ELSE 'middle' END`;

/** What the classes of each question are called; of all questions together where none is named. */
export const CLASS_WORDS: Record<SurveyKind | "all", Record<AnswerClass, { one: string; many: string }>> = {
  all: {
    good: { one: "Happy", many: "Happy" },
    middle: { one: "In between", many: "In between" },
    bad: { one: "Unhappy", many: "Unhappy" },
  },
  nps: {
    good: { one: "Promoter", many: "Promoters" },
    middle: { one: "Passive", many: "Passives" },
    bad: { one: "Detractor", many: "Detractors" },
  },
  csat: {
    good: { one: "Satisfied", many: "Satisfied" },
    middle: { one: "Neutral", many: "Neutral" },
    bad: { one: "Dissatisfied", many: "Dissatisfied" },
  },
  ces: {
    good: { one: "Easy", many: "Easy" },
    middle: { one: "Neither", many: "Neither" },
    bad: { one: "Hard", many: "Hard" },
  },
};

export const KIND_WORDS: Record<SurveyKind, string> = { nps: "NPS", csat: "CSAT", ces: "Effort" };

/** What answers are filtered by of the accounts they are of. */
export const FEEDBACK_DIMENSIONS = ["segment", "owner"] as const;
