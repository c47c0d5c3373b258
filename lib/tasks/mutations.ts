import type { Day } from "@/lib/kernel/period";
import { addDays } from "@/lib/kernel/period";
import { dayAt } from "@/lib/kernel/zone";
import { tell } from "@/lib/notifications/mutations";
import { now } from "@/lib/platform/clock";
import { codeOf, type Sql } from "@/lib/platform/db";
import { refuse } from "@/lib/platform/failure";
import type { Scope } from "@/lib/platform/scope";
import { storedReason } from "@/lib/tasks/rules";
import type { Closing, Snooze, TaskFields } from "@/lib/tasks/schema";

/** `known`: an open task of this account, type and reason was there, and now says this. */
export type Created = { readonly id: string; readonly known: boolean };

export type Opened = { readonly id: string; readonly version: number };

const LONGEST_SNOOZE_DAYS = 365;

/** What makes a task by itself passes its run; it wakes no task that a person put away, and puts no date off. */
export type NewTask = TaskFields & { readonly account: string | null; readonly weight?: number; readonly playbookRun?: string | null };

/** Makes a task, or brings the open one of the same account, type and reason up to date. */
export async function createTask(sql: Sql, scope: Scope, task: NewTask): Promise<Created> {
  await checkPlaces(sql, task);
  const byHand = scope.actor.kind === "member";
  const [row] = await sql<Created>(
    `INSERT INTO app.task AS t (workspace_id, account_id, owner_id, title, type, reason, detail, due_on, weight, playbook_run_id, author)
     VALUES ($1::uuid, $2::uuid, $3::uuid, $4, $5, $6, $7, $8::date, $9::int, $10::uuid, $11)
     ON CONFLICT (workspace_id, account_id, type, reason) WHERE status = 'open' DO UPDATE SET
       title = excluded.title, detail = coalesce(nullif(excluded.detail, ''), t.detail), owner_id = coalesce(excluded.owner_id, t.owner_id),
       due_on = ${byHand ? "excluded.due_on" : "least(t.due_on, excluded.due_on)"}, weight = excluded.weight,
       ${byHand ? "snoozed_until = NULL, snooze_reason = NULL," : ""} version = t.version + 1, updated_at = now()
     RETURNING id::text, version > 0 AS known`,
    [
      scope.workspaceId,
      task.account,
      task.owner,
      task.title,
      task.type,
      storedReason(task),
      task.detail,
      task.dueOn,
      task.weight ?? 1,
      task.playbookRun ?? null,
      authorOf(scope),
    ],
  );
  if (!row) throw new Error("the task was not written");
  await tellOwner(sql, scope, row.id);
  return row;
}

/** Writes a task anew as it was typed; of two who change it at once the second is refused. */
export async function changeTask(sql: Sql, scope: Scope, opened: Opened, fields: TaskFields): Promise<void> {
  await holdOpen(sql, opened);
  await checkPlaces(sql, { ...fields, account: null });
  try {
    await sql(
      `UPDATE app.task SET title = $2, type = $3, reason = $4, detail = $5, due_on = $6::date, owner_id = $7::uuid, version = version + 1, updated_at = now()
       WHERE id = $1::uuid RETURNING 1`,
      [opened.id, fields.title, fields.type, storedReason(fields), fields.detail, fields.dueOn, fields.owner],
    );
  } catch (error) {
    if (codeOf(error) === "23505")
      refuse("This account has an open task of this type and reason already. Nothing was changed; close one of the two first.");
    throw error;
  }
  await tellOwner(sql, scope, opened.id);
}

export async function closeTask(sql: Sql, scope: Scope, opened: Opened, { as, outcome }: Closing): Promise<void> {
  await holdOpen(sql, opened);
  await sql(
    `UPDATE app.task SET status = $2, outcome = nullif($3, ''), closed_by = $4, closed_at = $5::timestamptz, snoozed_until = NULL, snooze_reason = NULL,
       version = version + 1, updated_at = now() WHERE id = $1::uuid RETURNING 1`,
    [opened.id, as, outcome, authorOf(scope), now()],
  );
}

/** Puts a task away until a day, for a reason. */
export async function snoozeTask(sql: Sql, scope: Scope, opened: Opened, { until, why }: Snooze): Promise<void> {
  checkSnooze(until, dayAt(now(), scope.timeZone));
  await holdOpen(sql, opened);
  await sql(
    "UPDATE app.task SET snoozed_until = $2::date, snooze_reason = $3, version = version + 1, updated_at = now() WHERE id = $1::uuid RETURNING 1",
    [opened.id, until, why],
  );
}

export async function wakeTask(sql: Sql, _scope: Scope, opened: Opened): Promise<void> {
  await holdOpen(sql, opened);
  await sql(
    "UPDATE app.task SET snoozed_until = NULL, snooze_reason = NULL, version = version + 1, updated_at = now() WHERE id = $1::uuid RETURNING 1",
    [opened.id],
  );
}

/** Refuses a day that is not ahead, or so far ahead that it means never. */
export function checkSnooze(until: Day, today: Day): void {
  if (until <= today) refuse("Choose a day from tomorrow on. Nothing was put away.");
  if (until > addDays(today, LONGEST_SNOOZE_DAYS)) refuse("Choose a day within a year. Nothing was put away.");
}

async function holdOpen(sql: Sql, { id, version }: Opened): Promise<void> {
  const [task] = await sql<{ version: number; status: string }>("SELECT version, status FROM app.task WHERE id = $1::uuid FOR UPDATE", [
    id,
  ]);
  if (!task) refuse("This task is not there any more. Nothing was changed.");
  if (task.status !== "open") refuse("Somebody closed this task already. Nothing was changed.");
  if (task.version !== version)
    refuse("Somebody else changed this task after you opened it. Their change stands and nothing of yours was saved; reload to see it.");
}

async function checkPlaces(sql: Sql, { account, owner }: { account: string | null; owner: string | null }): Promise<void> {
  const [found] = await sql<{ account: boolean; owner: boolean }>(
    `SELECT $1::uuid IS NULL OR EXISTS (SELECT FROM app.account WHERE id = $1::uuid) AS account,
       $2::uuid IS NULL OR EXISTS (SELECT FROM app.member WHERE id = $2::uuid) AS owner`,
    [account, owner],
  );
  if (!found?.account) refuse("This account is not there any more. Nothing was changed.");
  if (!found.owner) refuse("Whom this was given to is no member of this workspace any more. Nothing was changed; choose somebody else.");
}

async function tellOwner(sql: Sql, scope: Scope, id: string): Promise<void> {
  const [task] = await sql<{ owner: string | null; account: string | null; title: string; name: string | null; version: number }>(
    `SELECT t.owner_id::text AS owner, t.account_id::text AS account, t.title, a.name, t.version
     FROM app.task t LEFT JOIN app.account a ON a.id = t.account_id WHERE t.id = $1::uuid`,
    [id],
  );
  if (!task?.owner) return;
  await tell(sql, scope, [task.owner], {
    topic: "task",
    text: `${task.name === null ? "" : `${task.name}: `}${task.title}`,
    link: task.account === null ? "/today" : `/accounts/${task.account}`,
    cause: `task:${id}:${task.owner}`,
    account: task.account,
  });
}

function authorOf({ actor }: Scope): string {
  return actor.kind === "member" ? actor.email : actor.name;
}
