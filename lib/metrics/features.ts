import { addMonths, type Period } from "@/lib/kernel/period";
import { Parameters } from "@/lib/ledger/parameters";
import { wholeCuts } from "@/lib/ledger/rollups";
import { ACCOUNT_COLUMNS, dimensionsAt } from "@/lib/metrics/relations/cuts";
import { usedSql } from "@/lib/metrics/relations/usage";
import { checkPeriod } from "@/lib/metrics/request";
import { filterSql } from "@/lib/metrics/sums";
import type { Filter } from "@/lib/metrics/types";
import type { Sql } from "@/lib/platform/db";
import type { Scope } from "@/lib/platform/scope";

/** Accounts and persons that used something, each once, and how much. */
export type Use = { accounts: number; users: number; events: number };

export type FeatureUse = { feature: string; now: Use; before: Use | null; months: (Use & { month: string })[] };

/** `active`: who used anything at all, which shares are of. */
export type Features = { active: Use; activeBefore: Use | null; features: FeatureUse[] };

const MONTHS = 12;
const NOTHING: Use = { accounts: 0, users: 0, events: 0 };

type Row = Use & { start: string; end: string; feature: string | null };

/**
 * Features by who used them over a period, beside an earlier one and the twelve months up to the period's end; those used by most accounts first.
 * Persons are names within an account; use that names nobody counts for its account and in events. A feature used in neither period is listed where
 * one of the months knows it. Filters are of what accounts were at each stretch's end. Source: metrics.md §§15, 22.
 */
export async function listFeatures(
  sql: Sql,
  scope: Scope,
  { period, earlier, where, asOf }: { period: string; earlier: string | null; where: Filter; asOf: Date },
): Promise<Features> {
  const now = checkPeriod(period);
  const before = earlier === null ? null : checkPeriod(earlier);
  const months = monthsUpTo(now);
  const parameters = new Parameters();
  const cuts = wholeCuts([now, ...(before === null ? [] : [before]), ...months].filter(isFirst));
  const rows = await sql<Row>(
    `WITH ${usedSql({ cuts, asOf, scope }, parameters, ["feature", "user_name"])}
     SELECT r.start::text AS start, r.until::text AS end, r.feature, count(DISTINCT r.account_id)::int AS accounts,
       (count(DISTINCT (r.account_id, r.user_name)) FILTER (WHERE r.user_name <> ''))::int AS users, sum(r.events)::float8 AS events
     FROM (SELECT u.account_id, u.user_name, u.feature, u.events, cut.start, cut.until, ${ACCOUNT_COLUMNS}
       FROM used u JOIN cut USING (n) ${dimensionsAt("u", "cut.of_end_at")}) AS r ${filterSql(where, parameters)}
     GROUP BY GROUPING SETS ((r.start, r.until, r.feature), (r.start, r.until))`,
    parameters.values,
  );
  const found = new Map(rows.map((row) => [`${row.start} ${row.end} ${row.feature ?? ""}`, row]));
  const of = ({ start, end }: Period, feature = ""): Use => {
    const { accounts, users, events } = found.get(`${start} ${end} ${feature}`) ?? NOTHING;
    return { accounts, users, events };
  };
  const names = [...new Set(rows.flatMap(({ feature }) => feature ?? []))];
  const features = names.map((feature) => ({
    feature,
    now: of(now, feature),
    before: before === null ? null : of(before, feature),
    months: months.map((month) => ({ month: month.start.slice(0, 7), ...of(month, feature) })),
  }));
  return {
    active: of(now),
    activeBefore: before === null ? null : of(before),
    features: features.sort(
      (a, b) =>
        b.now.accounts - a.now.accounts || b.now.users - a.now.users || b.now.events - a.now.events || (a.feature < b.feature ? -1 : 1),
    ),
  };
}

function monthsUpTo({ end }: Period): Period[] {
  const last = end.endsWith("-01") ? addMonths(end, -1) : `${end.slice(0, 7)}-01`;
  return Array.from({ length: MONTHS }, (_, index) => addMonths(last, index - MONTHS + 1)).map((start) => ({
    start,
    end: addMonths(start, 1),
  }));
}

// A month asked for twice, as the period and among the months, is read once.
function isFirst({ start, end }: Period, index: number, all: readonly Period[]): boolean {
  return all.findIndex((other) => other.start === start && other.end === end) === index;
}
