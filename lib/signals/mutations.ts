import { dayAt } from "@/lib/kernel/zone";
import { now } from "@/lib/platform/clock";
import type { Sql } from "@/lib/platform/db";
import { refuse } from "@/lib/platform/failure";
import { enqueueRefresh } from "@/lib/platform/jobs";
import type { MemberScope, Scope } from "@/lib/platform/scope";
import { SIGNALS } from "@/lib/signals/registry";
import type { SignalKey, SignalSetting, SignalSnooze } from "@/lib/signals/schema";
import { checkSnooze } from "@/lib/tasks/mutations";

/** Hides an open signal until a day; it goes on being kept, and closes when it ends. */
export async function snoozeSignal(sql: Sql, scope: MemberScope, { account, kind, reason, until, why }: SignalSnooze): Promise<void> {
  checkSnooze(until, dayAt(now(), scope.timeZone));
  const open = await sql(
    `SELECT 1 FROM app.signal s JOIN app.account a ON a.id = s.account_id
     WHERE s.account_id = $1::uuid AND s.kind = $2 AND s.reason = $3 AND s.until_day IS NULL FOR KEY SHARE OF a`,
    [account, kind, reason],
  );
  if (open.length === 0) refuse("This signal has ended. Nothing was put away.");
  await sql(
    `INSERT INTO app.signal_snooze (workspace_id, account_id, kind, reason, until_day, why, author) VALUES ($1::uuid, $2::uuid, $3, $4, $5::date, $6, $7)
     ON CONFLICT (workspace_id, account_id, kind, reason) DO UPDATE SET until_day = excluded.until_day, why = excluded.why, author = excluded.author, at = now() RETURNING 1`,
    [scope.workspaceId, account, kind, reason, until, why, scope.actor.email],
  );
}

/** Shows a snoozed signal again. */
export async function unsnoozeSignal(sql: Sql, { account, kind, reason }: SignalKey): Promise<void> {
  await sql("DELETE FROM app.signal_snooze WHERE account_id = $1::uuid AND kind = $2 AND reason = $3 RETURNING 1", [account, kind, reason]);
}

/** Sets a signal on or off and its thresholds; those equal to its own are not kept. Its history is made again by the next refresh. */
export async function changeSignal(sql: Sql, scope: Scope, { kind, enabled, thresholds }: SignalSetting): Promise<void> {
  const own = SIGNALS.find(({ face }) => face.id === kind)?.face.thresholds ?? [];
  const changed = Object.fromEntries(
    own.flatMap(({ id, default: usual }) => {
      const value = thresholds[id];
      return value === undefined || value === usual ? [] : [[id, value]];
    }),
  );
  if (enabled && Object.keys(changed).length === 0) await sql("DELETE FROM app.signal_setting WHERE kind = $1 RETURNING 1", [kind]);
  else
    await sql(
      `INSERT INTO app.signal_setting (workspace_id, kind, enabled, thresholds) VALUES ($1::uuid, $2, $3, $4::text::jsonb)
       ON CONFLICT (workspace_id, kind) DO UPDATE SET enabled = excluded.enabled, thresholds = excluded.thresholds RETURNING 1`,
      [scope.workspaceId, kind, enabled, JSON.stringify(changed)],
    );
  await enqueueRefresh(scope, sql);
}
