import type { Day } from "@/lib/kernel/period";
import { dayAt } from "@/lib/kernel/zone";
import type { Sql } from "@/lib/platform/db";
import type { Scope } from "@/lib/platform/scope";
import type { TaskReason, TaskType } from "@/lib/tasks/choices";
import { reasonOf } from "@/lib/tasks/rules";

export type ShownTask = {
  id: string;
  version: number;
  account: { id: string; name: string } | null;
  /** A member, by id and e-mail; null where it is nobody's. */
  owner: { id: string; email: string } | null;
  title: string;
  type: TaskType;
  reason: TaskReason;
  detail: string;
  dueOn: Day;
  status: "open" | "done" | "dropped";
  snoozedUntil: Day | null;
  snoozeReason: string | null;
  outcome: string | null;
  closedOn: Day | null;
};

const TASK = `t.id::text AS id, t.version, CASE WHEN a.id IS NULL THEN NULL ELSE jsonb_build_object('id', a.id, 'name', a.name) END AS account,
  CASE WHEN m.id IS NULL THEN NULL ELSE jsonb_build_object('id', m.id, 'email', m.email) END AS owner, t.title, t.type, t.reason, t.detail, t.due_on::text AS "dueOn",
  t.status, t.snoozed_until::text AS "snoozedUntil", t.snooze_reason AS "snoozeReason", t.outcome`;
const FROM = "app.task t LEFT JOIN app.account a ON a.id = t.account_id LEFT JOIN app.member m ON m.id = t.owner_id";
const CLOSED = 20;

/** An account's tasks: the open ones by when they are due, then those closed last. */
export async function listAccountTasks(sql: Sql, scope: Scope, accountId: string): Promise<ShownTask[]> {
  const rows = await sql<Row>(
    `SELECT ${TASK}, (t.closed_at AT TIME ZONE $2::text)::date::text AS "closedOn" FROM ${FROM}
     WHERE t.account_id = $1::uuid AND (t.status = 'open' OR t.id IN (
       SELECT c.id FROM app.task c WHERE c.account_id = $1::uuid AND c.status <> 'open' ORDER BY c.closed_at DESC LIMIT ${CLOSED}))
     ORDER BY t.status <> 'open', t.closed_at DESC, t.due_on, t.id LIMIT 200`,
    [accountId, scope.timeZone],
  );
  return rows.map(shown);
}

/** Open tasks of some members (of everybody and nobody where null) that are due by a day and not put away, the longest overdue first; and how many there are. */
export async function listDueTasks(
  sql: Sql,
  scope: Scope,
  { members, dueBy, limit }: { members: readonly string[] | null; dueBy: Day; limit: number },
  asOf: Date,
): Promise<{ tasks: ShownTask[]; all: number; overdue: number }> {
  const rows = await sql<Row & { all: number; late: number }>(
    `SELECT ${TASK}, NULL AS "closedOn", count(*) OVER ()::int AS all, count(*) FILTER (WHERE t.due_on < $2::text::date) OVER ()::int AS late FROM ${FROM}
     WHERE t.status = 'open' AND t.due_on <= $3::text::date AND (t.snoozed_until IS NULL OR t.snoozed_until <= $2::text::date) AND ($1::uuid[] IS NULL OR t.owner_id = ANY($1::uuid[]))
     ORDER BY t.due_on, t.id LIMIT $4::int`,
    [members, dayAt(asOf, scope.timeZone), dueBy, limit],
  );
  return { tasks: rows.map(({ all: _, late: __, ...row }) => shown(row)), all: rows[0]?.all ?? 0, overdue: rows[0]?.late ?? 0 };
}

type Row = Omit<ShownTask, "reason"> & { reason: string };

function shown(row: Row): ShownTask {
  return { ...row, reason: reasonOf(row.reason) };
}
