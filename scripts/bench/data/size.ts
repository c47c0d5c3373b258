import { addDays, type Day } from "@/lib/kernel/period";
import { dayAt } from "@/lib/kernel/zone";
import { now } from "@/lib/platform/clock";

/** The zone of the workspace that is measured, in which days and months are local ones. */
export const ZONE = "Europe/Berlin";

/** The day it is made up to and looked at: the app's own, which scripts/bench.mjs holds still. */
export const TODAY: Day = dayAt(now(), ZONE);

/** How much of everything a workspace holds. */
export type Size = {
  readonly accounts: number;
  readonly months: number;
  readonly from: Day;
  readonly users: number;
  readonly usage: number;
  readonly tickets: number;
  readonly answers: number;
  readonly seed: number;
};

/** Up to 10,000 accounts everything grows with them; beyond, accounts and subscriptions do, and the rest stays. */
export function sizeOf(accounts: number, months: number, seed: number): Size {
  const share = Math.min(1, accounts / 10_000);
  const inTime = share * Math.min(1, months / 36);
  return {
    accounts,
    months,
    from: addDays(TODAY, -Math.round(months * 30.4)),
    users: Math.max(10, Math.round(80_000 * share)),
    usage: Math.round(5_000_000 * inTime),
    tickets: Math.round(200_000 * inTime),
    answers: Math.round(100_000 * inTime),
    seed,
  };
}

/** A number from 0 up to 1 that follows from `n` (SQL), the throw and the seed alone, as SQL. */
export function dice(n: string, throwNumber: number, { seed }: Size): string {
  return `((hashint8extended((${n})::bigint, ${seed * 1_000 + throwNumber}) & 9007199254740991)::float8 / 9007199254740992)`;
}

/** One of some words, as SQL; the first of them more often where `lean` is above 1. */
export function oneOf(words: readonly string[], thrown: string, lean = 1): string {
  return `(ARRAY[${words.map((word) => `'${word}'`).join(", ")}])[1 + floor(power(${thrown}, ${lean}) * ${words.length})::int]`;
}

/** A local day (SQL, of type date) as the instant it begins. */
export function startOf(day: string): string {
  return `((${day})::timestamp AT TIME ZONE '${ZONE}')`;
}

/** Each account's number, id and the time in which it was a customer, as a CTE named life. */
export const LIFE = `life AS MATERIALIZED (
  SELECT substr(a.external_id, 2)::bigint AS n, a.id, a.started_at AS from_at, least(max(coalesce(s.ended_at, 'infinity')), ${startOf(`date '${TODAY}' + 1`)}) AS until_at
  FROM app.account a JOIN app.subscription s ON s.account_id = a.id GROUP BY a.workspace_id, a.id)`;
