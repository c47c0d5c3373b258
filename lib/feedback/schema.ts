import { z } from "zod";
import { ANSWER_CLASSES, FEEDBACK_DIMENSIONS } from "@/lib/surveys/rules";
import { SURVEY_KINDS } from "@/lib/surveys/schema";

const text = z.string().max(200);

/** What narrows the answers down, whether a page, an action or a file asks for them. An empty segment or owner is an account without one. */
const narrowed = {
  period: z.string().max(32),
  kind: z.enum(SURVEY_KINDS).nullable(),
  class: z.enum(ANSWER_CLASSES).nullable(),
  words: z.boolean(),
  search: text,
};

/** A page of answers after the one that ends at `after`. */
export const FeedbackPageRequest = z.strictObject({
  workspace: z.string().max(48),
  ...narrowed,
  where: z.partialRecord(z.enum(FEEDBACK_DIMENSIONS), text.nullable()),
  after: z.string().max(200).nullable(),
});

export type FeedbackAsked = Omit<z.infer<typeof FeedbackPageRequest>, "workspace" | "period" | "after"> & { period: string | null };

/** All of them as a file: an address with the filters spelled out. */
export const FeedbackFileRequest = z.object({
  workspace: z.string(),
  period: narrowed.period,
  kind: narrowed.kind.default(null),
  class: narrowed.class.default(null),
  words: z.stringbool().default(false),
  search: text.default(""),
  segment: text.optional(),
  owner: text.optional(),
});
