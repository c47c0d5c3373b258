import { adjustedDifference, type Stratum } from "@/lib/kernel/mantel-haenszel";
import { addDays, type Day } from "@/lib/kernel/period";
import { dayAt } from "@/lib/kernel/zone";
import { ratesSql } from "@/lib/ledger/account-period";
import { Parameters } from "@/lib/ledger/parameters";
import type { Sql } from "@/lib/platform/db";
import type { Scope } from "@/lib/platform/scope";
import { listCauses } from "@/lib/playbooks/causes";
import type { Definition } from "@/lib/playbooks/schema";

/** One side of the comparison: how many there are, and how many still paid 90 days later. */
type Side = { readonly accounts: number; readonly kept: number };

/**
 * What a playbook does to whether accounts stay.
 *
 * - too-few: fewer than 20 on a side that have a like on the other.
 * - no-difference: the interval holds 0, so that it may do nothing, good or harm.
 * - better, worse: the interval lies on one side of 0.
 *
 * `treated` and `untreated` are those that have a like; `unmatched` have none and are left out.
 */
export type Effect = {
  readonly verdict: "too-few" | "no-difference" | "better" | "worse";
  readonly treated: Side;
  readonly untreated: Side;
  readonly unmatched: number;
  /** More accounts kept than of their like, as a share, with its 95 % interval; null where there is nothing to compare. */
  readonly difference: number | null;
  readonly interval: readonly [number, number] | null;
};

/** One account at the moment something set it off, and what became of it. */
export type Case = {
  readonly isTreated: boolean;
  readonly band: string;
  readonly mrr: number;
  readonly tenureDays: number;
  readonly isKept: boolean;
};

export const KEPT_AFTER = 90;
export const ENOUGH = 20;
const LOOKED_BACK = 730;
const YEAR = 365;

/**
 * Compares accounts treated by a playbook with accounts that the same trigger met while it was not live, or that were held out: did they have MRR 90 days
 * later? Alike are those of one band, one third of MRR (of all that are compared) and under or over a year with us, when they were met. The difference is
 * Mantel and Haenszel's over these strata. An account counts once on a side, when it was first met; it may stand on both sides, at different times, for
 * leaving out of the untreated whoever was treated later would leave only those that had left. Only who paid when met, and 90 days ago or longer, counts.
 * Filter and trigger are those of now. An account without a day of health when met is left out. Source: product.md §2 row 8; Greenland & Robins 1985.
 */
export async function readEffect(
  sql: Sql,
  scope: Scope,
  { id, live, asOf }: { id: string; live: Definition; asOf: Date },
): Promise<Effect> {
  const last = addDays(dayAt(asOf, scope.timeZone), -KEPT_AFTER);
  const runs = await sql<{ account: string; cause: string; day: Day; held: boolean }>(
    `SELECT account_id::text AS account, cause, (started_at AT TIME ZONE $2)::date::text AS day, status = 'held_out' AS held FROM app.playbook_run
     WHERE playbook_id = $1::uuid ORDER BY started_at, id`,
    [id, scope.timeZone],
  );
  const known = new Set(runs.map(({ account, cause }) => `${account} ${cause}`));
  const causes = await listCauses(sql, scope, live, { from: addDays(last, -LOOKED_BACK), to: last, at: asOf });
  const untreated = [...causes.filter(({ account, cause }) => !known.has(`${account} ${cause}`)), ...runs.filter(({ held }) => held)];
  const met = [
    ...firstOf(runs.filter(({ held, day }) => !held && day <= last)).map((each) => ({ ...each, isTreated: true })),
    ...firstOf(untreated.filter(({ day }) => day <= last)).map((each) => ({ ...each, isTreated: false })),
  ];
  return effectOf(await casesOf(sql, scope, met));
}

function firstOf<Met extends { account: string; day: Day }>(met: readonly Met[]): Met[] {
  const seen = new Set<string>();
  return [...met].sort((a, b) => (a.day < b.day ? -1 : 1)).filter(({ account }) => !seen.has(account) && seen.add(account));
}

async function casesOf(sql: Sql, scope: Scope, met: readonly { account: string; day: Day; isTreated: boolean }[]): Promise<Case[]> {
  if (met.length === 0) return [];
  const parameters = new Parameters();
  const rates = ratesSql(scope, parameters);
  const zone = parameters.place(scope.timeZone, "text");
  const [accounts, days, sides] = [
    parameters.place(
      met.map(({ account }) => account),
      "uuid[]",
    ),
    parameters.place(
      met.map(({ day }) => day),
      "date[]",
    ),
    parameters.place(
      met.map(({ isTreated }) => isTreated),
      "boolean[]",
    ),
  ];
  const paid = (
    at: string,
  ) => `(SELECT sum(m.balance * rate.rate) FROM app.mrr_movement m JOIN rate ON rate.currency = m.currency::text AND rate.from_at <= ${at} AND ${at} < rate.until_at
    WHERE m.account_id = c.account AND m.at < ${at} AND ${at} <= m.until_at)::float8`;
  return sql<Case>(
    `WITH rate AS MATERIALIZED (${rates}),
     met AS MATERIALIZED (SELECT c.account, c.day, c.treated, (c.day + 1)::timestamp AT TIME ZONE ${zone} AS at, (c.day + ${KEPT_AFTER + 1})::timestamp AT TIME ZONE ${zone} AS later
       FROM unnest(${accounts}, ${days}, ${sides}) AS c(account, day, treated))
     SELECT c.treated AS "isTreated", h.band, ${paid("c.at")} AS mrr, h.tenure_days AS "tenureDays", coalesce(${paid("c.later")}, 0) > 0 AS "isKept"
     FROM met c JOIN LATERAL (SELECT h.band, h.tenure_days FROM app.health_day h WHERE h.account_id = c.account AND h.day BETWEEN c.day - 31 AND c.day ORDER BY h.day DESC LIMIT 1) AS h ON true
     WHERE ${paid("c.at")} > 0`,
    parameters.values,
  );
}

/** The comparison of cases with their like. */
export function effectOf(cases: readonly Case[]): Effect {
  const sizes = cases.map(({ mrr }) => mrr).sort((a, b) => a - b);
  const edges = [sizes[Math.floor(sizes.length / 3)] ?? 0, sizes[Math.floor((sizes.length * 2) / 3)] ?? 0];
  const strata = new Map<string, { exposed: { happened: number; whole: number }; others: { happened: number; whole: number } }>();
  for (const { isTreated, band, mrr, tenureDays, isKept } of cases) {
    const key = `${band} ${edges.filter((edge) => mrr >= edge).length} ${tenureDays >= YEAR}`;
    const stratum = strata.get(key) ?? { exposed: { happened: 0, whole: 0 }, others: { happened: 0, whole: 0 } };
    strata.set(key, stratum);
    const side = isTreated ? stratum.exposed : stratum.others;
    side.whole += 1;
    if (isKept) side.happened += 1;
  }
  const matched = [...strata.values()].filter(({ exposed, others }) => exposed.whole > 0 && others.whole > 0);
  const [treated, untreated] = [sideOf(matched, "exposed"), sideOf(matched, "others")];
  const found = adjustedDifference(matched);
  const { difference = null, interval = null } = found ?? {};
  const unmatched = cases.length - treated.accounts - untreated.accounts;
  return { verdict: verdictOf({ treated, untreated, interval }), treated, untreated, unmatched, difference, interval };
}

function verdictOf({ treated, untreated, interval }: Pick<Effect, "treated" | "untreated" | "interval">): Effect["verdict"] {
  if (treated.accounts < ENOUGH || untreated.accounts < ENOUGH) return "too-few";
  if (interval === null || (interval[0] <= 0 && interval[1] >= 0)) return "no-difference";
  return interval[0] > 0 ? "better" : "worse";
}

function sideOf(strata: readonly Stratum[], side: "exposed" | "others"): Side {
  return {
    accounts: strata.reduce((sum, stratum) => sum + stratum[side].whole, 0),
    kept: strata.reduce((sum, stratum) => sum + stratum[side].happened, 0),
  };
}
