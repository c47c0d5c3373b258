import { addMonths, type Day } from "@/lib/kernel/period";
import { dayAt } from "@/lib/kernel/zone";
import { isStale } from "@/lib/ledger/state";
import { comparedPeriod } from "@/lib/metrics/comparison";
import { PULSES } from "@/lib/metrics/headlines";
import { readMetrics } from "@/lib/metrics/read";
import { checkMetric, checkPeriod } from "@/lib/metrics/request";
import type { Reading } from "@/lib/metrics/types";
import type { Sql } from "@/lib/platform/db";
import type { Scope } from "@/lib/platform/scope";
import { readPortfolioCells, readTaskLoad } from "@/lib/portfolio/data";
import { linesOf, type OwnerLine } from "@/lib/portfolio/rules";
import { type DueSpan, quartersOf } from "@/lib/renewals/calendar";
import { type Coverage, readCalendar, readCoverage } from "@/lib/renewals/data";
import { readToldMovers } from "@/lib/summary/movers/data";
import type { ToldMover } from "@/lib/summary/movers/rules";
import { boundsOf, periodsOf, type SummaryPeriods } from "@/lib/summary/periods";
import { type Asked, readAsked, readReported } from "@/lib/summary/reported/data";
import { type Reported, type Restated, restatedOf } from "@/lib/summary/reported/rules";
import { type Sentence, sentencesOf } from "@/lib/summary/sentences";
import { readThemes, type Theme } from "@/lib/summary/voice/data";
import { readTargets } from "@/lib/targets/data";
import { startOf, targetFor } from "@/lib/targets/rules";

/** What is told of keeping revenue and customers, over twelve months. */
const RETENTION = ["net-revenue-retention", "gross-revenue-retention", "customer-retention-rate"] as const;

/** As far as the same month a year before. */
const TREND = 13;

/** A summed metric, whose details are the movements of the month. */
const BRIDGE = "new-mrr";
const BRIDGE_PARTS = ["opening", "new", "expansion", "reactivated", "contraction", "churned", "closing"] as const;

const COST = "customer-retention-cost";

/** A number with the one before it and, where one is set, its target. */
export type Held = { now: Reading; before: Reading | undefined; target: number | null };

export type Summary = {
  month: string;
  periods: SummaryPeriods;
  /** The month is not over, so nothing is reported yet. */
  isOpen: boolean;
  sentences: Sentence[];
  retention: Held[];
  bridge: Reading;
  losses: ToldMover[];
  gains: ToldMover[];
  /** The quarter that holds the day after the month, and the next, as they stand now. */
  quarters: DueSpan[];
  coverage: Coverage;
  voice: { held: Held[]; earlier: string | null; themes: Theme[] };
  cost: Held;
  /** Who looks after how much, now. */
  load: OwnerLine[];
  asked: Asked;
  reported: Reported | null;
  restated: Restated[];
  today: Day;
  asOf: string;
  stale: boolean;
};

/** The executive's month, in one moment: the numbers are those of the metrics' own pages over the same periods. */
export async function readSummary(sql: Sql, scope: Scope, { month }: { month: string }, asOf: Date): Promise<Summary> {
  const periods = periodsOf(month);
  const { end } = boundsOf(month);
  const today = dayAt(asOf, scope.timeZone);
  const read = async (ids: readonly string[], period: string, trend: number) =>
    (await readMetrics(sql, scope, { ids, period, trend, asOf })).metrics;
  const targets = await readTargets(sql, scope);
  const held = (reading: Reading, period: string): Held => ({
    now: reading,
    before: reading.trend?.at(-2),
    target: targetFor(targets, reading.id, checkPeriod(period))?.value ?? null,
  });
  const retention = (await read(RETENTION, periods.year, TREND)).map((reading) => held(reading, periods.year));
  const [bridge] = await read([BRIDGE], periods.month, 0);
  const [cost] = await read([COST], periods.month, 2);
  if (bridge === undefined || cost === undefined) throw new Error("the month was not read");
  const voices = (await read(PULSES[0].ids, periods.voice, 2)).map((reading) => held(reading, periods.voice));
  const movers = await readToldMovers(sql, scope, { month }, asOf);
  const from = startOf("quarter", end);
  const until = addMonths(from, 6);
  const quarters = quartersOf(await readCalendar(sql, scope, { from, until, owners: null }, asOf), from, until).map(
    ({ quarter }) => quarter,
  );
  const coverage = await readCoverage(sql, scope, { owners: null, limit: 1 }, asOf);
  const everybody = { owners: null };
  const load = linesOf(await readPortfolioCells(sql, scope, everybody, asOf), await readTaskLoad(sql, scope, everybody, asOf));
  const reported = await readReported(sql, scope, month);
  const shown = [
    ...[...retention, ...voices, held(cost, periods.month)].map(({ now: reading }) => ({
      reading,
      digits: checkMetric(reading.id).face.digits,
    })),
    { reading: bridge, digits: undefined, parts: BRIDGE_PARTS },
  ];
  const [net] = retention;
  return {
    month,
    periods,
    isOpen: end > today,
    sentences: sentencesOf({
      ...{ currency: scope.currency, periods, bridge, quarters, coverage, ...movers },
      retention: net ? { reading: net.now, target: net.target } : null,
    }),
    retention,
    bridge,
    ...movers,
    quarters,
    coverage,
    voice: {
      held: voices,
      earlier: comparedPeriod(periods.voice, "previous"),
      themes: await readThemes(sql, scope, { period: periods.voice }, asOf),
    },
    cost: held(cost, periods.month),
    load,
    asked: await readAsked(sql, scope, month),
    reported,
    restated: reported === null ? [] : restatedOf(reported.readings, shown),
    today,
    asOf: asOf.toISOString(),
    stale: await isStale(sql, asOf),
  };
}
