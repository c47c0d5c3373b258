import { DEFINITION } from "@/lib/health/definition";
import type { Day } from "@/lib/kernel/period";
import { dayAt } from "@/lib/kernel/zone";
import type { Sql } from "@/lib/platform/db";
import type { Scope } from "@/lib/platform/scope";

/** How far the days are made, and from which on they are to be made again. */
export type HealthState = { readonly definition: string; readonly through: Day | null; readonly fromDay: Day | null };

/** Locks the days of the workspace for this transaction, so that they are made by one process at a time. */
export async function lockHealth(sql: Sql): Promise<HealthState> {
  await sql("SELECT pg_advisory_xact_lock(hashtextextended(app.tenant()::text, 21))");
  await sql("INSERT INTO app.health_derivation (workspace_id) VALUES (app.tenant()) ON CONFLICT DO NOTHING");
  return readHealthState(sql);
}

export async function readHealthState(sql: Sql): Promise<HealthState> {
  const [row] = await sql<{ definition: string; through: Day | null; from_day: Day | null }>(
    "SELECT definition, through::text, from_day::text FROM app.health_derivation",
  );
  return { definition: row?.definition ?? "", through: row?.through ?? null, fromDay: row?.from_day ?? null };
}

/** Health has something to do: records changed, a version was published, a day has begun, or this software makes days in another way than they were made. */
export async function isHealthStale(sql: Sql, scope: Pick<Scope, "timeZone">, asOf: Date): Promise<boolean> {
  const { definition, through, fromDay } = await readHealthState(sql);
  if (definition !== DEFINITION || fromDay !== null || through !== dayAt(asOf, scope.timeZone)) return true;
  const [row] = await sql<{ dirty: boolean }>("SELECT EXISTS (SELECT FROM app.dirty_health) AS dirty");
  return row?.dirty ?? false;
}

/** The first day on which any account is scored; null without accounts. */
export async function firstDay(sql: Sql, { timeZone }: Pick<Scope, "timeZone">): Promise<Day | null> {
  const [row] = await sql<{ day: Day | null }>(
    `SELECT (min(at) AT TIME ZONE $1)::date::text AS day FROM (
       SELECT min(started_at) AS at FROM app.account UNION ALL SELECT min(created_at) FROM app.account
       UNION ALL SELECT min(started_at) FROM app.subscription UNION ALL SELECT min(at) FROM app.usage_event
       UNION ALL SELECT min(opened_at) FROM app.ticket UNION ALL SELECT min(answered_at) FROM app.survey_response WHERE account_id IS NOT NULL
       UNION ALL SELECT min(at) FROM app.touchpoint) AS each`,
    [timeZone],
  );
  return row?.day ?? null;
}
