import { formatMoney } from "@/lib/kernel/money";
import { now } from "@/lib/platform/clock";
import type { Sql } from "@/lib/platform/db";
import { refuse } from "@/lib/platform/failure";
import type { Scope } from "@/lib/platform/scope";
import { minorOf } from "@/lib/renewals/rules";
import type { CallFields } from "@/lib/renewals/schema";

type Contract = { value: number; currency: string; decided: boolean };

/** Writes down what is said of a renewal, beside the score and band of that moment. What was said before stays. */
export async function callRenewal(sql: Sql, scope: Scope, { contract: id, ...said }: CallFields & { contract: string }): Promise<void> {
  const [contract] = await sql<Contract>(
    `SELECT value::float8 AS value, currency::text AS currency, renewed_on IS NOT NULL OR declined_on IS NOT NULL AS decided
     FROM app.contract WHERE id = $1::uuid FOR UPDATE`,
    [id],
  );
  if (!contract) refuse("This renewal is not there any more. Nothing was written down.");
  if (contract.decided) refuse("This renewal is decided already, so there is nothing left to call. Nothing was written down.");
  await sql(
    `INSERT INTO app.renewal_call (workspace_id, contract_id, call, amount, currency, note, band, score, author, at)
     SELECT $1::uuid, c.id, $3, $4::bigint, c.currency, nullif($5, ''), health.band, health.score, $6,
       greatest($7::timestamptz, (SELECT max(k.at) + interval '1 millisecond' FROM app.renewal_call k WHERE k.contract_id = c.id)) FROM app.contract c
     LEFT JOIN app.health_day health ON health.account_id = c.account_id AND health.day = (SELECT through FROM app.health_derivation)
     WHERE c.id = $2::uuid RETURNING 1`,
    [scope.workspaceId, id, said.call, amountOf(said, contract), said.note, authorOf(scope), now()],
  );
}

// The word and the amount must say the same, or neither could be held against what came.
function amountOf({ call, amount: typed }: CallFields, { value, currency }: Contract): number {
  if (call === "lose") return 0;
  if (call === "renew") return value;
  const amount = minorOf(typed, currency);
  const now = formatMoney(value, currency);
  if (amount === null) refuse(`Write the amount you expect in ${currency}, such as 12,000 or 12,000.50. Nothing was written down.`);
  if (call === "grow" && amount <= value) refuse(`To grow is to renew at more than the ${now} of now. Nothing was written down.`);
  if (call === "shrink" && (amount >= value || amount === 0))
    refuse(`To shrink is to renew at less than the ${now} of now, and at more than nothing. Nothing was written down.`);
  return amount;
}

function authorOf({ actor }: Scope): string {
  return actor.kind === "member" ? actor.email : actor.name;
}
