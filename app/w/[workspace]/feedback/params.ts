import { createLoader, createSerializer, type inferParserType, parseAsBoolean, parseAsString, parseAsStringLiteral } from "nuqs/server";
import { filterOf } from "@/app/w/[workspace]/view";
import type { FeedbackAsked } from "@/lib/feedback/schema";
import { ANSWER_CLASSES, FEEDBACK_DIMENSIONS } from "@/lib/surveys/rules";
import { SURVEY_KINDS } from "@/lib/surveys/schema";

/** What the address of the answers keeps. */
export const feedbackParams = {
  period: parseAsString,
  segment: parseAsString,
  owner: parseAsString,
  kind: parseAsStringLiteral(SURVEY_KINDS),
  class: parseAsStringLiteral(ANSWER_CLASSES),
  words: parseAsBoolean.withDefault(false),
  search: parseAsString.withDefault(""),
};

export type FeedbackParams = inferParserType<typeof feedbackParams>;

const load = createLoader(feedbackParams);

export const feedbackAddress = createSerializer(feedbackParams);

export async function loadFeedbackAsked(searchParams: Parameters<typeof load>[0]): Promise<FeedbackAsked> {
  const { segment, owner, search, ...asked } = await load(searchParams);
  return { ...asked, search: search.slice(0, 200), where: filterOf({ segment, owner }, FEEDBACK_DIMENSIONS) };
}
