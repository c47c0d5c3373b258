import { z } from "zod";
import type { Reason } from "@/lib/platform/reason";
import { instant, integer, key, label, note, optional, word } from "@/lib/platform/record";

export const SURVEY_KINDS = ["nps", "csat", "ces"] as const;

export type SurveyKind = (typeof SURVEY_KINDS)[number];

const USUAL_SCALE: { readonly [kind in SurveyKind]: bigint } = { nps: 10n, csat: 5n, ces: 7n };

/** An answer, or with no score a question that was not answered. NPS goes from 0 to 10; CSAT and CES from 1 to their scale, which has 2 to 10 points. */
export const SurveyResponseRecord = z
  .strictObject({
    externalId: key,
    account: optional(key),
    contact: optional(key),
    kind: word(SURVEY_KINDS),
    score: optional(integer),
    scale: optional(integer),
    comment: note,
    answeredAt: instant,
    status: label,
  })
  .transform((record, context) => {
    const scale = record.scale ?? USUAL_SCALE[record.kind];
    const least = record.kind === "nps" ? 0n : 1n;
    if (record.kind === "nps" ? scale !== 10n : scale < 2n || scale > 10n) outOfRange("scale", context);
    else if (record.score !== null && (record.score < least || record.score > scale)) outOfRange("score", context);
    return { ...record, scale };
  });

function outOfRange(path: string, context: z.RefinementCtx): void {
  context.addIssue({ code: "custom", message: "out-of-range" satisfies Reason, path: [path] });
}
