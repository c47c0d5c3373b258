import type { Day } from "@/lib/kernel/period";
import type { Sql } from "@/lib/platform/db";
import type { Scope } from "@/lib/platform/scope";
import type { ShownSubscription } from "@/lib/subscriptions/rules";

/** The subscriptions of some accounts with their discounts and pauses, newest first. */
export async function listSubscriptions(
  sql: Sql,
  { timeZone }: Pick<Scope, "timeZone">,
  accountIds: readonly string[],
): Promise<ShownSubscription[]> {
  if (accountIds.length === 0) return [];
  const rows = await sql<{ row: ShownSubscription }>(
    `SELECT json_build_object('id', s.id, 'accountId', s.account_id, 'externalId', s.external_id, 'plan', s.plan, 'status', s.status,
       'amount', s.amount, 'currency', s.currency::text, 'interval', s.interval, 'intervalCount', s.interval_count, 'quantity', s.quantity, 'seats', s.seats,
       ${pair("startedAt", "s.started_at")}, ${pair("endedAt", "s.ended_at")}, ${pair("trialEndsAt", "s.trial_ends_at")}, ${pair("pastDueSinceAt", "s.past_due_since")},
       ${pair("unpaidFromAt", "s.unpaid_from")}, ${pair("canceledAt", "s.canceled_at")}, ${pair("renewsAt", "s.renews_at")}, 'churnReason', s.churn_reason,
       'discounts', (SELECT coalesce(json_agg(json_build_object('type', d.type, 'value', d.value, 'duration', d.duration,
         ${pair("startsAt", "d.starts_at")}, ${pair("endsAt", "d.ends_at")}) ORDER BY d.starts_at NULLS FIRST), '[]') FROM app.discount d WHERE d.subscription_id = s.id),
       'pauses', (SELECT coalesce(json_agg(json_build_object(${pair("fromAt", "p.from_at")}, ${pair("untilAt", "p.until_at")}) ORDER BY p.from_at), '[]')
         FROM app.pause p WHERE p.subscription_id = s.id)) AS row
     FROM app.subscription s WHERE s.account_id = ANY($2::uuid[]) ORDER BY s.started_at DESC, s.external_id`,
    [timeZone, accountIds],
  );
  return rows.map(({ row }) => row);
}

export type ShownContract = {
  id: string;
  externalId: string;
  dueOn: Day;
  value: number;
  currency: string;
  termMonths: number;
  renewedOn: Day | null;
  renewedValue: number | null;
  declinedOn: Day | null;
};

export async function listContracts(sql: Sql, _scope: Scope, accountId: string): Promise<ShownContract[]> {
  return sql(
    `SELECT id, external_id AS "externalId", due_on::text AS "dueOn", value::float8 AS value, currency::text AS currency, term_months::int AS "termMonths",
       renewed_on::text AS "renewedOn", renewed_value::float8 AS "renewedValue", declined_on::text AS "declinedOn"
     FROM app.contract WHERE account_id = $1::uuid ORDER BY due_on DESC, external_id LIMIT 200`,
    [accountId],
  );
}

// An instant as it is, and the local day it falls on.
function pair(name: string, column: string): string {
  return `'${name}', to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), '${name.replace(/At$/, "On")}', (${column} AT TIME ZONE $1::text)::date::text`;
}
