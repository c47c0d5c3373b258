import type { Day } from "@/lib/kernel/period";
import type { Sql } from "@/lib/platform/db";
import type { Scope } from "@/lib/platform/scope";

export type Derivation = {
  /** A setting or a rate changed: everything is to be made again. */
  dirty: boolean;
  mark: string;
  /** Records that are read as they stand changed: nothing is to be made, but whoever shows them is to be told. */
  factsChanged: boolean;
  factMark: string;
  definition: string;
  /** The month of the first movement; null without any. */
  firstMonth: Day | null;
  /** The sums of unfinished periods are as of this instant, and hold until `rolledUntil`. */
  rolledAsOf: Date | null;
  rolledUntil: Date | null;
  /** The local month that holds `rolledAsOf`: sums are kept of periods whose last month has begun by then. */
  rolledMonth: Day | null;
};

type Row = {
  dirty: boolean;
  mark: string;
  facts_changed: boolean;
  fact_mark: string;
  definition: string;
  first_month: string | null;
  rolled_as_of: Date | null;
  rolled_until: Date | null;
  rolled_month: string | null;
};

/** How far the derived tables are. Locks the workspace's derivation for this transaction, so that one refresh runs at a time. */
export async function loadDerivation(sql: Sql): Promise<Derivation> {
  await sql("SELECT pg_advisory_xact_lock(hashtextextended(app.tenant()::text, 7))");
  return readDerivation(sql);
}

export async function readDerivation(sql: Sql): Promise<Derivation> {
  const [row] = await sql<Row>(
    `SELECT mark <> derived_mark AS dirty, mark::text, fact_mark <> seen_fact_mark AS facts_changed, fact_mark::text, definition, first_month::text, rolled_as_of, rolled_until,
       date_trunc('month', rolled_as_of AT TIME ZONE time_zone)::date::text AS rolled_month
     FROM app.derivation JOIN app.workspace ON id = workspace_id`,
  );
  if (row === undefined) throw new Error("the workspace is gone");
  return {
    dirty: row.dirty,
    mark: row.mark,
    factsChanged: row.facts_changed,
    factMark: row.fact_mark,
    definition: row.definition,
    firstMonth: row.first_month,
    rolledAsOf: row.rolled_as_of,
    rolledUntil: row.rolled_until,
    rolledMonth: row.rolled_month,
  };
}

/** Time has changed the sums of unfinished periods. Those of one instant hold at that instant, also where something happens at it. */
export function isAged({ rolledAsOf, rolledUntil }: Pick<Derivation, "rolledAsOf" | "rolledUntil">, asOf: Date): boolean {
  return rolledAsOf === null || rolledUntil === null || (asOf >= rolledUntil && asOf > rolledAsOf);
}

/** Records have changed, or time has, since the derived tables were made. Without accounts there is nothing for time to change. */
export async function isStale(sql: Sql, asOf: Date): Promise<boolean> {
  const [row] = await sql<{ stale: boolean }>(
    `SELECT fact_mark <> seen_fact_mark OR EXISTS (SELECT FROM app.dirty_account) OR EXISTS (SELECT FROM app.dirty_usage)
       OR ((mark <> derived_mark OR rolled_until IS NULL OR (rolled_until <= $1::timestamptz AND rolled_as_of < $1::timestamptz)) AND EXISTS (SELECT FROM app.account)) AS stale FROM app.derivation`,
    [asOf],
  );
  return row?.stale ?? false;
}

export async function firstMonth(sql: Sql): Promise<Day | null> {
  const [row] = await sql<{ month: string | null }>(
    "SELECT date_trunc('month', min(day)::timestamp)::date::text AS month FROM app.mrr_movement",
  );
  return row?.month ?? null;
}

/** The first day of the local month that holds an instant. */
export async function monthOf(sql: Sql, { timeZone }: Pick<Scope, "timeZone">, at: Date): Promise<Day> {
  const [row] = await sql<{ month: string }>("SELECT date_trunc('month', $1::timestamptz AT TIME ZONE $2)::date::text AS month", [
    at,
    timeZone,
  ]);
  if (row === undefined) throw new Error("PostgreSQL gave no month");
  return row.month;
}

/** The next instant at which time alone changes a figure as of `at`: a movement, a rate, a change of dimension, or a new month. */
export async function nextChange(sql: Sql, { timeZone }: Pick<Scope, "timeZone">, at: Date): Promise<Date> {
  const [row] = await sql<{ next: Date }>(
    `SELECT least(
       (SELECT min(m.at) FROM app.mrr_movement m WHERE m.at >= $1::timestamptz),
       (SELECT min(d.from_at) FROM app.account_dimension d WHERE d.from_at >= $1::timestamptz),
       (SELECT min(r.month::timestamp AT TIME ZONE $2) FROM app.exchange_rate r WHERE r.month::timestamp AT TIME ZONE $2 > $1::timestamptz),
       (date_trunc('month', $1::timestamptz AT TIME ZONE $2) + interval '1 month') AT TIME ZONE $2) AS next`,
    [at, timeZone],
  );
  if (row === undefined) throw new Error("PostgreSQL gave no instant");
  return row.next;
}
