import { HEADLINES, TRENDS } from "@/lib/metrics/headlines";
import { readMetrics } from "@/lib/metrics/read";
import { now } from "@/lib/platform/clock";
import { type Sql, withTenantConnection } from "@/lib/platform/db";
import { TODAY } from "../data/size";
import { inTurns, mustAgree, type Ratio, timed } from "../measure";

const IDS = [...new Set([...HEADLINES, ...TRENDS])];
const PERIODS = 12;
const LAST_MONTH = `${TODAY.slice(0, 7)}-01`;

/**
 * What all customers of twelve trailing years come to, from the months of every account: what each paid at both ends of a year, and the seven
 * numbers from their difference. There is one currency, and nobody pays in two.
 */
const BY_HAND = `
SELECT sum(least(a, b)) FILTER (WHERE a > 0) / nullif(sum(a), 0) AS "gross-revenue-retention", sum(b) FILTER (WHERE a > 0) / nullif(sum(a), 0) AS "net-revenue-retention",
  (count(*) FILTER (WHERE a > 0 AND b = 0))::numeric / nullif(count(*) FILTER (WHERE a > 0), 0) AS "customer-churn-rate", coalesce(sum(b), 0) AS mrr, count(*) FILTER (WHERE b > 0) AS customers,
  sum(b) / nullif(count(*) FILTER (WHERE b > 0), 0) AS arpa,
  coalesce(sum(b - a) FILTER (WHERE b > a), 0) / nullif(sum(a - b) FILTER (WHERE a > b), 0) AS "quick-ratio"
FROM generate_series(date '${LAST_MONTH}' - interval '${PERIODS - 1} months', date '${LAST_MONTH}', interval '1 month') AS last
LEFT JOIN LATERAL (
  SELECT coalesce(sum(m.opening) FILTER (WHERE m.month = last - interval '11 months'), 0) AS a, coalesce(sum(m.closing) FILTER (WHERE m.month = last), 0) AS b
  FROM app.account_month m WHERE m.month IN ((last - interval '11 months')::date, last::date) GROUP BY m.account_id) AS each ON true
GROUP BY last ORDER BY last`;

export const readings: Ratio = {
  id: "readings",
  what: `The overview's ${IDS.length} headlines with a trend of ${PERIODS} trailing years`,
  numerator: "readMetrics",
  denominator: "the same numbers by hand-written SQL over the months of every account",
  unit: "ms",
  reach: { atMost: 0.2 },
  async measure({ scope, options }) {
    const ours = (sql: Sql) => readMetrics(sql, scope, { ids: IDS, period: `t12m:${TODAY.slice(0, 7)}`, trend: PERIODS, asOf: now() });
    const theirs = (sql: Sql) => sql<Record<string, string | null>>(BY_HAND);
    const inOne = <T>(work: (sql: Sql) => Promise<T>) => withTenantConnection(scope, ({ sql }) => work(sql), "read");
    const [found, byHand] = [await inOne(ours), await inOne(theirs)];
    for (const { id, trend = [] } of found.metrics)
      mustAgree(
        id,
        trend.map(({ value }) => value),
        byHand.map((row) => (row[id] == null ? null : Number(row[id]))),
      );
    return inTurns(
      options.repeats,
      () => timed(() => inOne(ours)),
      () => timed(() => inOne(theirs)),
    );
  },
};
