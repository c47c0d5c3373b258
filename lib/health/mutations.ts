import { overridesSql } from "@/lib/accounts/overrides";
import type { HealthConfig } from "@/lib/health/config";
import { dayAt } from "@/lib/kernel/zone";
import { tellPages } from "@/lib/platform/changes";
import type { Sql } from "@/lib/platform/db";
import { refuse } from "@/lib/platform/failure";
import { enqueueRefresh } from "@/lib/platform/jobs";
import type { Scope } from "@/lib/platform/scope";

/** Sets a band by hand from an instant on, until the end of the last of its days; one that runs ends there. */
export async function setOverride(
  sql: Sql,
  scope: Scope,
  given: { account: string; band: string; reason: string; days: number },
  at: Date,
): Promise<void> {
  await endRunning(sql, given.account, at);
  const from = justBefore(at);
  const made = await sql(
    `INSERT INTO app.health_override (workspace_id, account_id, band, reason, author, at, until_at)
     SELECT workspace_id, id, $2, $3, $4, $5::timestamptz, ($6::text::date + $7::int)::timestamp AT TIME ZONE $8 FROM app.account WHERE id = $1::uuid RETURNING 1`,
    [given.account, given.band, given.reason, authorOf(scope), from, dayAt(at, scope.timeZone), given.days, scope.timeZone],
  );
  if (made.length === 0) refuse("This account is no longer here. Nothing was set.");
  await tellPages(sql, scope);
}

/** Ends an account's override before its time. */
export async function endOverride(sql: Sql, scope: Scope, account: string, at: Date): Promise<void> {
  const ended = await endRunning(sql, account, at);
  if (ended === 0) refuse("No override holds for this account any more. The computed band counts.");
  await tellPages(sql, scope);
}

async function endRunning(sql: Sql, account: string, at: Date): Promise<number> {
  const ended = await sql(
    `UPDATE app.health_override SET ended_at = $3::timestamptz
     WHERE id IN (SELECT id FROM (${overridesSql("$2::timestamptz")}) AS running WHERE running.account_id = $1::uuid) RETURNING 1`,
    [account, at, justBefore(at)],
  );
  return ended.length;
}

// An instant shows what came before it: what is done now is seen now.
function justBefore(at: Date): Date {
  return new Date(at.getTime() - 1);
}

/** Makes a set of scorecards a version of its own, in force from today on; days before keep theirs. Returns its number. */
export async function publishVersion(
  sql: Sql,
  scope: Scope,
  { config, note, base }: { config: HealthConfig; note: string; base: number },
  at: Date,
): Promise<{ number: number }> {
  const today = dayAt(at, scope.timeZone);
  const [made] = await sql<{ number: number }>(
    `INSERT INTO app.health_version (workspace_id, number, from_day, config, note, author, published_at)
     SELECT $1::uuid, $2::int + 1, $3::text::date, $4::text::jsonb, $5, $6, $7::timestamptz
     WHERE $2::int = (SELECT coalesce(max(number), 0) FROM app.health_version) ON CONFLICT DO NOTHING RETURNING number`,
    [scope.workspaceId, base, today, JSON.stringify(config), note, authorOf(scope), at],
  );
  if (!made) refuse("Somebody else published another version meanwhile. Nothing was published; open this page again and compare.");
  await sql("UPDATE app.health_derivation SET from_day = least(from_day, $1::text::date) RETURNING 1", [today]);
  await enqueueRefresh(scope, sql);
  return made;
}

function authorOf({ actor }: Scope): string {
  return actor.kind === "member" ? actor.email : actor.name;
}
