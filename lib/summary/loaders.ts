import "server-only";
import { notFound } from "next/navigation";
import { dayAt } from "@/lib/kernel/zone";
import { readSpan, type Span } from "@/lib/metrics/data";
import { shownFaces } from "@/lib/metrics/loaders";
import type { ShownMetric } from "@/lib/metrics/rows-face";
import { can } from "@/lib/people/matrix";
import { now } from "@/lib/platform/clock";
import { withTenant } from "@/lib/platform/db";
import { requireScope } from "@/lib/platform/session";
import { readSummary, type Summary } from "@/lib/summary/data";
import { lastFinished } from "@/lib/summary/periods";
import { readingsOf } from "@/lib/summary/reported/rules";
import { Month } from "@/lib/summary/schema";

export type SummaryView = {
  workspace: { slug: string; name: string; currency: string; timeZone: string };
  summary: Summary;
  /** Of the metrics it shows. */
  faces: ShownMetric[];
  span: Span;
  mayReport: boolean;
};

/** A month's summary; there is none of a month that has not begun. */
export async function loadSummary(slug: string, month: string): Promise<SummaryView> {
  const scope = await requireScope(slug, "/w/[workspace]/summary/[month]");
  const asOf = now();
  if (!Month.safeParse(month).success || month > dayAt(asOf, scope.timeZone).slice(0, 7)) notFound();
  const { name, currency, timeZone, actor } = scope;
  return withTenant(
    scope,
    async ({ sql }) => {
      const summary = await readSummary(sql, scope, { month }, asOf);
      const ids = readingsOf(summary).map(({ id }) => id);
      return {
        workspace: { slug, name, currency, timeZone },
        summary,
        faces: shownFaces().filter(({ id }) => ids.includes(id)),
        span: await readSpan(sql, scope),
        mayReport: can(actor.role, "summary.report"),
      };
    },
    "read",
  );
}

/** The month the address without one leads to: the last that is over. */
export async function loadLastMonth(slug: string): Promise<string> {
  const { timeZone } = await requireScope(slug, "/w/[workspace]/summary");
  return lastFinished(dayAt(now(), timeZone));
}
