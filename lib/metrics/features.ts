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

export type FeatureUse = { feature: string; now: Use; before: Use | null; months: { month: string; accounts: number }[] };

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
  const read = (periods: readonly Period[], keys: readonly ("feature" | "user_name")[]) =>
    usesOf(sql, { periods, keys, where, asOf, scope });
  const found = byPeriod(await read(before === null ? [now] : [now, before], ["feature", "user_name"]));
  const monthly = byPeriod(await read(months, ["feature"]));
  const names = [...new Set([...found.features, ...monthly.features])];
  const features = names.map((feature) => ({
    feature,
    now: found.of(now, feature),
    before: before === null ? null : found.of(before, feature),
    months: months.map((month) => ({ month: month.start.slice(0, 7), accounts: monthly.of(month, feature).accounts })),
  }));
  return {
    active: found.of(now),
    activeBefore: before === null ? null : found.of(before),
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

type Asked = { periods: readonly Period[]; keys: readonly ("feature" | "user_name")[]; where: Filter; asOf: Date; scope: Scope };

function usesOf(sql: Sql, { periods, keys, where, asOf, scope }: Asked): Promise<Row[]> {
  const parameters = new Parameters();
  const filter = filterSql(where, parameters);
  const users = keys.includes("user_name") ? "(count(DISTINCT (r.account_id, r.user_name)) FILTER (WHERE r.user_name <> ''))::int" : "0";
  return sql<Row>(
    `WITH ${usedSql({ cuts: wholeCuts(periods), asOf, scope }, parameters, keys)}
     SELECT r.start::text AS start, r.until::text AS end, r.feature, count(DISTINCT r.account_id)::int AS accounts, ${users} AS users, sum(r.events)::float8 AS events
     FROM (SELECT u.*, cut.start, cut.until, ${ACCOUNT_COLUMNS}
       FROM used u JOIN cut USING (n) ${dimensionsAt("u", "cut.of_end_at", { isDivided: filter !== "" })}) AS r ${filter}
     GROUP BY GROUPING SETS ((r.start, r.until, r.feature), (r.start, r.until))`,
    parameters.values,
  );
}

function byPeriod(rows: readonly Row[]) {
  const found = new Map(rows.map((row) => [`${row.start} ${row.end} ${row.feature ?? ""}`, row]));
  return {
    features: rows.flatMap(({ feature }) => feature ?? []),
    of: ({ start, end }: Period, feature = ""): Use => {
      const { accounts, users, events } = found.get(`${start} ${end} ${feature}`) ?? NOTHING;
      return { accounts, users, events };
    },
  };
}
