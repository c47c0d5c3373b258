import "server-only";
import type { FeedbackAsked } from "@/lib/feedback/schema";
import { comparedPeriod } from "@/lib/metrics/comparison";
import { PULSES } from "@/lib/metrics/headlines";
import { type Frame, knownPeriod, readFrame, shownFaces } from "@/lib/metrics/loaders";
import { readMetrics } from "@/lib/metrics/read";
import type { ShownMetric } from "@/lib/metrics/rows-face";
import type { Reading } from "@/lib/metrics/types";
import { now } from "@/lib/platform/clock";
import { withTenant } from "@/lib/platform/db";
import type { Page } from "@/lib/platform/keyset";
import { requireScope } from "@/lib/platform/session";
import { countFeedback, type Feedback, listFeedback } from "@/lib/surveys/data";

const VOICE: readonly string[] = PULSES[0].ids;

export const FEEDBACK_PAGE = 50;

export type FeedbackView = Frame & {
  request: Omit<FeedbackAsked, "period"> & { period: string };
  faces: ShownMetric[];
  figures: { now: Reading[]; before: Reading[]; earlier: string | null };
  answers: Page<Feedback>;
  total: { answers: number; words: number };
  asOf: string;
};

/** The numbers of voice over a period and the answers behind them, in one moment. */
export async function loadFeedback(slug: string, { period: asked, ...narrowed }: FeedbackAsked): Promise<FeedbackView> {
  const scope = await requireScope(slug, "/w/[workspace]/feedback");
  const asOf = now();
  return withTenant(
    scope,
    async ({ sql }) => {
      const frame = await readFrame(sql, scope);
      const period = knownPeriod(asked) ?? frame.span.opensAt;
      const request = { ...narrowed, period };
      const earlier = comparedPeriod(period, "previous");
      const figures = { ids: VOICE, where: narrowed.where, asOf };
      return {
        ...frame,
        request,
        faces: shownFaces().filter(({ id }) => VOICE.includes(id)),
        figures: {
          now: (await readMetrics(sql, scope, { ...figures, period })).metrics,
          before: earlier === null ? [] : (await readMetrics(sql, scope, { ...figures, period: earlier })).metrics,
          earlier,
        },
        answers: await listFeedback(sql, scope, { ...request, after: null, limit: FEEDBACK_PAGE }, asOf),
        total: await countFeedback(sql, scope, request, asOf),
        asOf: asOf.toISOString(),
      };
    },
    "read",
  );
}
