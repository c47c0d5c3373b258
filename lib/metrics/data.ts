import { isStale, monthOf } from "@/lib/ledger/state";
import { readCohorts } from "@/lib/metrics/cohorts";
import { type Comparison, comparedPeriod } from "@/lib/metrics/comparison";
import { isDerived, type Variant } from "@/lib/metrics/definition";
import { listEvidence } from "@/lib/metrics/evidence";
import { HEADLINES, PULSES, TRENDS } from "@/lib/metrics/headlines";
import { listMovers, type Movers } from "@/lib/metrics/movers";
import { readMetrics } from "@/lib/metrics/read";
import { checkMetric, checkPeriod } from "@/lib/metrics/request";
import type { MetricRequest, OverviewRequest, RowsRequest } from "@/lib/metrics/schema";
import type { EvidencePage, Readings } from "@/lib/metrics/types";
import { listNewestWords, type Word } from "@/lib/metrics/words";
import { now } from "@/lib/platform/clock";
import type { Sql } from "@/lib/platform/db";
import { Recent } from "@/lib/platform/recent";
import type { Scope } from "@/lib/platform/scope";

const SPLIT = ["mrr", "customers", "net-revenue-retention"] as const;

/** A summed metric, whose details are the movements of each month. */
const BRIDGE = "new-mrr";

/** How many periods a trend draws. */
const TREND = 24;

/** What customers say, ask for and use is drawn smaller. */
const PULSE_IDS = PULSES.flatMap(({ ids }) => ids);
const PULSE_TREND = 13; // as far as the same period a year earlier

const pulses = new Recent(readMetrics);
const movers = new Recent(listMovers);

const WORDS = 3;

const ROWS = 50;

/** How far cohorts are followed where a model is fitted to them. */
const COHORT_MONTHS = 36;

/** `stale`: records have come in that the figures do not hold yet. `asked`: what the figures are of, while others may be on their way. */
export type Screen = { asOf: string; stale: boolean; asked: { period: string; compare: Comparison } };

export type Overview = Screen & {
  now: Readings;
  before: Readings | null;
  split: Readings;
  movers: Movers;
  pulse: { now: Readings; before: Readings | null };
  words: Word[];
};

/** Everything the overview shows, in one moment. */
export async function readOverview(
  sql: Sql,
  scope: Scope,
  { period, compare, where, by }: Omit<OverviewRequest, "workspace">,
): Promise<Overview> {
  const asOf = now();
  const earlier = comparedPeriod(period, compare);
  const ids = [...new Set([...HEADLINES, ...TRENDS])];
  const current = await readMetrics(sql, scope, { ids, period, where, trend: TREND, asOf });
  const asked = { ids: PULSE_IDS, where, asOf };
  const pulse = await pulses.read(sql, scope, { ...asked, period, trend: PULSE_TREND });
  const bridge = await readMetrics(sql, scope, { ids: [BRIDGE], period, where, asOf }); // of one period: its months are cut one by one where a filter is set
  return {
    now: { ...current, metrics: [...current.metrics, ...bridge.metrics] },
    before: earlier === null ? null : await readMetrics(sql, scope, { ids, period: earlier, where, asOf }),
    split: await readMetrics(sql, scope, { ids: SPLIT, period, where, by, asOf }),
    movers: await movers.read(sql, scope, { period, where, asOf }),
    pulse: {
      now: pulse,
      before: earlier === null ? null : (foundIn(pulse, earlier) ?? (await pulses.read(sql, scope, { ...asked, period: earlier }))),
    },
    words: await listNewestWords(sql, scope, { period, where, asOf, limit: WORDS }),
    asked: { period, compare },
    asOf: asOf.toISOString(),
    stale: await isStale(sql, asOf),
  };
}

/** An earlier period's readings, where the trend has them. */
function foundIn({ asOf, metrics }: Readings, earlier: string): Readings | null {
  const period = checkPeriod(earlier);
  const found = metrics.flatMap(
    ({ trend = [] }) => trend.find((each) => each.period.start === period.start && each.period.end === period.end) ?? [],
  );
  return found.length === metrics.length ? { period: { start: period.start, end: period.end }, asOf, metrics: found } : null;
}

/** `elsewhere`: what the same rows come to as others count. */
export type MetricScreen = Screen & { now: Readings; before: Readings | null; elsewhere: Variant[] };

/** One metric: its trend, what it is held against, and its split where one is asked for. */
export async function readMetricScreen(
  sql: Sql,
  scope: Scope,
  { id, period, compare, where, by }: Omit<MetricRequest, "workspace">,
): Promise<MetricScreen> {
  const asOf = now();
  const earlier = comparedPeriod(period, compare);
  const metric = checkMetric(id);
  const trend = isDerived(metric) ? TREND : (metric.trend ?? TREND);
  const current = await readMetrics(sql, scope, { ids: [id], period, where, trend, asOf, ...(by === null ? {} : { by }) });
  const [reading] = current.metrics;
  const cohorts = () => readCohorts(sql, scope, { months: COHORT_MONTHS, asOf });
  const rows = async () => (await listEvidence(sql, scope, { id, period, where, asOf })).rows;
  return {
    now: current,
    elsewhere: (reading && (await metric.variants?.(reading, cohorts, rows))) ?? [],
    before: earlier === null ? null : await readMetrics(sql, scope, { ids: [id], period: earlier, where, asOf }),
    asked: { period, compare },
    asOf: asOf.toISOString(),
    stale: await isStale(sql, asOf),
  };
}

/** A page of the rows behind a number. */
export async function readRows(
  sql: Sql,
  scope: Scope,
  { id, period, where, search, sort, after }: Omit<RowsRequest, "workspace">,
): Promise<EvidencePage> {
  const asked = { id, period, where, sort, asOf: now(), limit: ROWS, ...(search ? { search } : {}), ...(after === null ? {} : { after }) };
  return checkMetric(id).face.group === "Health" ? listEvidence(sql, scope, asked) : rows.read(sql, scope, asked);
}

// Bands set by hand move none of what tells of changed records.
const rows = new Recent(listEvidence);

/** The stretch of time there is something to see in, and where a screen opens: the twelve months up to the newest thing that happened. */
export type Span = { firstMonth: string | null; thisMonth: string; newestMonth: string; opensAt: string };

type End = "min" | "max";

/** What numbers are made of: the first or the newest instant of each before $1, where $2 is the zone, so that an index finds it where there is much to look through. */
const HAPPENED: readonly ((end: End) => string)[] = [
  plainly("mrr_movement", "at"),
  plainly("ticket", "opened_at"),
  (end) =>
    `SELECT ${end}(each.at) FROM (VALUES ('nps'), ('csat'), ('ces')) AS k(kind)
     CROSS JOIN LATERAL (SELECT ${end}(answered_at) AS at FROM app.survey_response WHERE kind = k.kind AND answered_at < $1::timestamptz) AS each`,
  (end) => `SELECT ${end}(first_at) FROM app.usage_day WHERE first_at < $1::timestamptz AND ${DAYS_OF_USE[end]}`,
  plainly("product_user", "signed_up_at"),
  plainly("offer", "presented_at"),
  plainly("referral", "referred_at"),
  plainly("purchase", "at"),
];

const TODAY = "($1::timestamptz AT TIME ZONE $2)::date";

// The first day of use, and the newest one before today with today itself: days by name, for a plan that knows how few they are.
const DAYS_OF_USE = {
  min: "day = (SELECT min(day) FROM app.usage_day)",
  max: `day IN ((SELECT max(day) FROM app.usage_day WHERE day < ${TODAY}), ${TODAY})`,
};

function plainly(table: string, at: string): (end: End) => string {
  return (end) => `SELECT ${end}(${at}) FROM app.${table} WHERE ${at} < $1::timestamptz`;
}

export async function readSpan(sql: Sql, scope: Scope): Promise<Span> {
  const asOf = now();
  const thisMonth = (await monthOf(sql, scope, asOf)).slice(0, 7);
  const ends = (end: End) => HAPPENED.map((found) => `(${found(end)})`).join(", ");
  const [found] = await sql<{ first: string | null; newest: string | null }>(
    `SELECT to_char(least(${ends("min")}) AT TIME ZONE $2, 'YYYY-MM') AS first, to_char(greatest(${ends("max")}) AT TIME ZONE $2, 'YYYY-MM') AS newest`,
    [asOf, scope.timeZone],
  );
  const newestMonth = found?.newest ?? thisMonth;
  return { firstMonth: found?.first ?? null, thisMonth, newestMonth, opensAt: `t12m:${newestMonth}` };
}
