import { addDays, type Day } from "@/lib/kernel/period";
import { listMovers, type Mover } from "@/lib/metrics/movers";
import type { Sql } from "@/lib/platform/db";
import type { Scope } from "@/lib/platform/scope";
import { signalHistory, type ToldSignal } from "@/lib/signals/data";
import { causeOf, type MoverFacts, type ToldMover } from "@/lib/summary/movers/rules";
import { boundsOf } from "@/lib/summary/periods";

const MOST = 5;

/** So long before the month's end something is looked for that may have led to it. */
const BEFORE_DAYS = 60;

/** The month's largest losses and gains, each with one cause. */
export async function readToldMovers(
  sql: Sql,
  scope: Scope,
  { month }: { month: string },
  asOf: Date,
): Promise<{ losses: ToldMover[]; gains: ToldMover[] }> {
  const { losses, gains } = await listMovers(sql, scope, { period: month, where: {}, asOf });
  const shown = { losses: losses.slice(0, MOST), gains: gains.slice(0, MOST) };
  const facts = await readFacts(sql, scope, month, [...shown.losses, ...shown.gains]);
  const raised = new Map<string, ToldSignal | null>();
  for (const { accountId } of shown.losses)
    raised.set(accountId, strongestBefore(await signalHistory(sql, accountId), boundsOf(month).end));
  const told = (mover: Mover): ToldMover => ({
    ...mover,
    cause: causeOf(mover, {
      ...(facts.get(mover.accountId) ?? { churnReason: null, offer: null, tickets: 0 }),
      signal: raised.get(mover.accountId) ?? null,
    }),
  });
  return { losses: shown.losses.map(told), gains: shown.gains.map(told) };
}

type Facts = Omit<MoverFacts, "signal">;

async function readFacts(sql: Sql, { timeZone }: Scope, month: string, movers: readonly Mover[]): Promise<Map<string, Facts>> {
  const { start, end } = boundsOf(month);
  const rows = await sql<Facts & { accountId: string }>(
    `WITH span AS (SELECT $2::date::timestamp AT TIME ZONE $4::text AS start_at, $3::date::timestamp AT TIME ZONE $4::text AS end_at)
     SELECT each.id::text AS "accountId",
       (SELECT s.churn_reason FROM app.subscription s WHERE s.account_id = each.id AND s.churn_reason IS NOT NULL
         AND ((s.ended_at >= start_at AND s.ended_at < end_at) OR (s.canceled_at >= start_at AND s.canceled_at < end_at))
         ORDER BY coalesce(s.ended_at, s.canceled_at) DESC, s.id LIMIT 1) AS "churnReason",
       (SELECT o.kind FROM app.offer o WHERE o.account_id = each.id AND o.accepted_at >= start_at AND o.accepted_at < end_at ORDER BY o.accepted_at DESC, o.id LIMIT 1) AS offer,
       (SELECT count(*)::int FROM app.ticket t WHERE t.account_id = each.id AND NOT t.excluded AND t.opened_at >= end_at - interval '${BEFORE_DAYS} days' AND t.opened_at < end_at) AS tickets
     FROM span, unnest($1::uuid[]) AS each(id)`,
    [[...new Set(movers.map(({ accountId }) => accountId))], start, end, timeZone],
  );
  return new Map(rows.map(({ accountId, ...facts }) => [accountId, facts]));
}

function strongestBefore(signals: readonly ToldSignal[], end: Day): ToldSignal | null {
  const from = addDays(end, -BEFORE_DAYS);
  const before = signals.filter(({ tone, fromDay, lastDay }) => tone === "risk" && fromDay < end && lastDay >= from);
  return before.sort((one, other) => other.strength - one.strength)[0] ?? null;
}
