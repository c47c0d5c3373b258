import type { Day } from "@/lib/kernel/period";
import type { Sql } from "@/lib/platform/db";
import type { Scope } from "@/lib/platform/scope";

const MOST = 100;

export type ShownOffer = {
  id: string;
  kind: "upsell" | "cross_sell";
  presentedOn: Day;
  acceptedOn: Day | null;
  declinedOn: Day | null;
  value: number | null;
  currency: string;
};

/** What was offered to an account, newest first. */
export async function listOffers(sql: Sql, scope: Scope, accountId: string): Promise<ShownOffer[]> {
  return sql(
    `SELECT id::text AS id, kind, (presented_at AT TIME ZONE $2::text)::date::text AS "presentedOn", (accepted_at AT TIME ZONE $2::text)::date::text AS "acceptedOn",
       (declined_at AT TIME ZONE $2::text)::date::text AS "declinedOn", value::float8 AS value, currency::text AS currency
     FROM app.offer WHERE account_id = $1::uuid ORDER BY presented_at DESC, id LIMIT ${MOST}`,
    [accountId, scope.timeZone],
  );
}

export type ShownReferral = { id: string; referredOn: Day; referredAccount: string | null; convertedOn: Day | null };

/** Whom an account told of us, newest first. */
export async function listReferrals(sql: Sql, scope: Scope, accountId: string): Promise<ShownReferral[]> {
  return sql(
    `SELECT id::text AS id, (referred_at AT TIME ZONE $2::text)::date::text AS "referredOn", referred_account AS "referredAccount",
       (converted_at AT TIME ZONE $2::text)::date::text AS "convertedOn"
     FROM app.referral WHERE account_id = $1::uuid ORDER BY referred_at DESC, id LIMIT ${MOST}`,
    [accountId, scope.timeZone],
  );
}

export type ShownPurchase = { id: string; on: Day; amount: number; currency: string };

/** What an account bought once, newest first. */
export async function listPurchases(sql: Sql, scope: Scope, accountId: string): Promise<ShownPurchase[]> {
  return sql(
    `SELECT id::text AS id, (at AT TIME ZONE $2::text)::date::text AS "on", amount::float8 AS amount, currency::text AS currency
     FROM app.purchase p WHERE account_id = $1::uuid ORDER BY p.at DESC, id LIMIT ${MOST}`,
    [accountId, scope.timeZone],
  );
}
