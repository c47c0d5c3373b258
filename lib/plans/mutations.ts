import type { Day } from "@/lib/kernel/period";
import { dayAt } from "@/lib/kernel/zone";
import type { Ending, PlanFields, StepFields } from "@/lib/plans/schema";
import { now } from "@/lib/platform/clock";
import type { Sql } from "@/lib/platform/db";
import { refuse } from "@/lib/platform/failure";
import type { Scope } from "@/lib/platform/scope";

export type Opened = { readonly id: string; readonly version: number };

const GONE = "This plan is not there any more. Nothing was changed.";
const CHANGED =
  "Somebody else changed this plan after you opened it. Their change stands and nothing of yours was saved; reload to see it.";

export async function createPlan(sql: Sql, scope: Scope, { account, ...plan }: PlanFields & { account: string }): Promise<{ id: string }> {
  await checkOwner(sql, plan.owner);
  const [row] = await sql<{ id: string }>(
    `INSERT INTO app.success_plan (workspace_id, account_id, goal, measure, owner_id, author, created_at)
     SELECT $1::uuid, a.id, $3, nullif($4, ''), $5::uuid, $6, $7::timestamptz FROM app.account a WHERE a.id = $2::uuid RETURNING id::text`,
    [scope.workspaceId, account, plan.goal, plan.measure, plan.owner, authorOf(scope), now()],
  );
  if (!row) refuse("This account is not there any more. Nothing was changed.");
  await writeSteps(sql, scope, row.id, plan.steps);
  return row;
}

/** Writes a plan anew as it was typed: steps that are left out go, those that stay keep the day they were reached. */
export async function changePlan(sql: Sql, scope: Scope, opened: Opened, plan: PlanFields): Promise<void> {
  await holdPlan(sql, opened);
  await checkOwner(sql, plan.owner);
  await sql(
    `UPDATE app.success_plan SET goal = $2, measure = nullif($3, ''), owner_id = $4::uuid, version = version + 1, updated_at = now() WHERE id = $1::uuid RETURNING 1`,
    [opened.id, plan.goal, plan.measure, plan.owner],
  );
  const kept = plan.steps.flatMap(({ id }) => (id === null ? [] : [id]));
  await sql("DELETE FROM app.plan_step WHERE plan_id = $1::uuid AND NOT id = ANY($2::uuid[]) RETURNING 1", [opened.id, kept]);
  await writeSteps(sql, scope, opened.id, plan.steps);
}

/** Ends a plan: its goal is reached, or nobody is after it any more. */
export async function endPlan(sql: Sql, opened: Opened, as: Ending): Promise<void> {
  await holdPlan(sql, opened);
  await sql("UPDATE app.success_plan SET status = $2, version = version + 1, updated_at = now() WHERE id = $1::uuid RETURNING 1", [
    opened.id,
    as,
  ]);
}

export type MarkedStep = { account: string; kind: string | null; hasMilestone: boolean };

/** Says on which day a step was reached, and tells what kind of milestone that is and whether the account has one. */
export async function markStep(sql: Sql, scope: Scope, { id, version }: Opened, on: Day | null): Promise<MarkedStep> {
  if (on !== null && on > dayAt(now(), scope.timeZone)) refuse("This day is still ahead. Nothing was changed; say it when it is reached.");
  const [step] = await sql<MarkedStep & { version: number }>(
    `SELECT s.version, s.kind, p.account_id::text AS account, EXISTS (SELECT FROM app.milestone m WHERE m.account_id = p.account_id AND m.kind = s.kind) AS "hasMilestone"
     FROM app.plan_step s JOIN app.success_plan p ON p.id = s.plan_id WHERE s.id = $1::uuid FOR UPDATE OF s`,
    [id],
  );
  if (!step) refuse("This step is not there any more. Nothing was changed.");
  if (step.version !== version) refuse(CHANGED);
  await sql("UPDATE app.plan_step SET reached_on = $2::date, version = version + 1 WHERE id = $1::uuid RETURNING 1", [id, on]);
  return step;
}

async function holdPlan(sql: Sql, { id, version }: Opened): Promise<void> {
  const [plan] = await sql<{ version: number; status: string }>(
    "SELECT version, status FROM app.success_plan WHERE id = $1::uuid FOR UPDATE",
    [id],
  );
  if (!plan) refuse(GONE);
  if (plan.version !== version) refuse(CHANGED);
  if (plan.status !== "open") refuse("This plan is ended already. Nothing was changed.");
}

async function writeSteps(sql: Sql, scope: Scope, plan: string, steps: readonly StepFields[]): Promise<void> {
  const written = await sql(
    `WITH given AS (SELECT * FROM jsonb_to_recordset($3::text::jsonb) AS g(id uuid, name text, kind text, "expectedOn" date, "latestOn" date, place int)),
     changed AS (
       UPDATE app.plan_step s SET name = g.name, kind = g.kind, expected_on = g."expectedOn", latest_on = g."latestOn", place = g.place, version = s.version + 1
       FROM given g WHERE s.id = g.id AND s.plan_id = $2::uuid RETURNING 1),
     made AS (
       INSERT INTO app.plan_step (workspace_id, plan_id, name, kind, expected_on, latest_on, place)
       SELECT $1::uuid, $2::uuid, name, kind, "expectedOn", "latestOn", place FROM given WHERE id IS NULL RETURNING 1)
     SELECT 1 FROM changed UNION ALL SELECT 1 FROM made`,
    [scope.workspaceId, plan, JSON.stringify(steps.map((step, place) => ({ ...step, place })))],
  );
  if (written.length < steps.length) refuse(CHANGED);
}

async function checkOwner(sql: Sql, owner: string | null): Promise<void> {
  if (owner === null) return;
  const found = await sql("SELECT 1 FROM app.member WHERE id = $1::uuid", [owner]);
  if (found.length === 0)
    refuse("Whom this was given to is no member of this workspace any more. Nothing was changed; choose somebody else.");
}

function authorOf({ actor }: Scope): string {
  return actor.kind === "member" ? actor.email : actor.name;
}
