import { dayAt } from "@/lib/kernel/zone";
import { now } from "@/lib/platform/clock";
import type { Sql } from "@/lib/platform/db";
import { refuse } from "@/lib/platform/failure";
import type { MemberScope } from "@/lib/platform/scope";
import { BAND_KIND, type QueueSnooze } from "@/lib/signals/queue/schema";
import { checkSnooze } from "@/lib/tasks/mutations";

/** Puts away all that puts an account into the queue: its open signals, its band, and its tasks that are due. What comes later brings it back. */
export async function snoozeAccount(sql: Sql, scope: MemberScope, { account, until, why }: QueueSnooze): Promise<void> {
  const today = dayAt(now(), scope.timeZone);
  checkSnooze(until, today);
  const held = await sql("SELECT 1 FROM app.account WHERE id = $1::uuid FOR KEY SHARE", [account]);
  if (held.length === 0) refuse("This account is not there any more. Nothing was put away.");
  await sql(
    `INSERT INTO app.signal_snooze (workspace_id, account_id, kind, reason, until_day, why, author)
     SELECT DISTINCT $1::uuid, $2::uuid, kind, reason, $3::date, $4, $5 FROM (
       SELECT kind, reason FROM app.signal WHERE account_id = $2::uuid AND until_day IS NULL UNION ALL SELECT '${BAND_KIND}', '') AS open
     ON CONFLICT (workspace_id, account_id, kind, reason) DO UPDATE SET until_day = excluded.until_day, why = excluded.why, author = excluded.author, at = now() RETURNING 1`,
    [scope.workspaceId, account, until, why, scope.actor.email],
  );
  await sql(
    `UPDATE app.task SET snoozed_until = $2::date, snooze_reason = $3, version = version + 1, updated_at = now()
     WHERE account_id = $1::uuid AND status = 'open' AND due_on <= $4::date RETURNING 1`,
    [account, until, why, today],
  );
}
