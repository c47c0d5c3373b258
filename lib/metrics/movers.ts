import { type MovementClass, reasonsWithin } from "@/lib/accounts/rules";
import { accountPeriodSql } from "@/lib/ledger/account-period";
import { Parameters } from "@/lib/ledger/parameters";
import { monthCuts } from "@/lib/ledger/rollups";
import { checkFilter, checkPeriod } from "@/lib/metrics/request";
import { filterSql } from "@/lib/metrics/sums";
import type { Filter } from "@/lib/metrics/types";
import type { Sql } from "@/lib/platform/db";
import type { Scope } from "@/lib/platform/scope";
import { listSubscriptions } from "@/lib/subscriptions/data";
import { subscriptionEvents } from "@/lib/subscriptions/rules";

/** An account's movement in a month of the period, in minor units of the workspace's currency; a loss is negative. */
export type Mover = { accountId: string; name: string; month: string; class: MovementClass; by: number; reason: string | null };

export type Movers = { gains: Mover[]; losses: Mover[] };

const MOST = 6;

type Row = {
  side: "gain" | "loss";
  accountId: string;
  name: string;
  month: string;
  class: MovementClass;
  by: number;
  startAt: string;
  endAt: string;
};

/** The largest movements of a period, month by month: rows of new, expansion, reactivation, contraction and churned MRR, with the reasons the records give. */
export async function listMovers(
  sql: Sql,
  scope: Scope,
  { period, where, asOf }: { period: string; where: Filter; asOf: Date },
): Promise<Movers> {
  const parameters = new Parameters();
  const rows = accountPeriodSql({ cuts: monthCuts([checkPeriod(period)]), asOf, scope, accounts: null }, parameters);
  const zone = parameters.place(scope.timeZone, "text");
  const instant = (day: string) => `to_char(${day}::timestamp AT TIME ZONE ${zone} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
  const found = await sql<Row>(
    `WITH moved AS MATERIALIZED (
       SELECT r.account_id, r.start, r.until, r.class, r.new + r.expansion + r.reactivated - r.contraction - r.churned AS by FROM (${rows}) AS r
       ${filterSql(checkFilter(where), parameters)})
     SELECT top.side, top.account_id AS "accountId", a.name, top.start::text AS month, top.class, top.by::float8 AS by,
       ${instant("top.start")} AS "startAt", ${instant("top.until")} AS "endAt"
     FROM ((SELECT 'gain' AS side, * FROM moved WHERE by > 0 ORDER BY by DESC, account_id LIMIT ${MOST})
       UNION ALL (SELECT 'loss', * FROM moved WHERE by < 0 ORDER BY by, account_id LIMIT ${MOST})) AS top
     JOIN app.account a ON a.id = top.account_id ORDER BY abs(top.by) DESC, a.name`,
    parameters.values,
  );
  const subscriptions = await listSubscriptions(sql, scope, [...new Set(found.map(({ accountId }) => accountId))]);
  const explained = found.map(({ startAt, endAt, side, ...row }) => {
    const events = subscriptionEvents(subscriptions.filter(({ accountId }) => accountId === row.accountId));
    return { side, mover: { ...row, reason: reasonsWithin(events, { startAt, endAt }) } };
  });
  const of = (wanted: Row["side"]) => explained.flatMap(({ side, mover }) => (side === wanted ? [mover] : []));
  return { gains: of("gain"), losses: of("loss") };
}
