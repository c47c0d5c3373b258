import { type Sql, withTenant } from "@/lib/platform/db";
import { Refusal } from "@/lib/platform/failure";
import { type Scope, systemScope } from "@/lib/platform/scope";
import type { Step } from "@/lib/playbooks/schema";
import { type Done, doStep } from "@/lib/playbooks/steps";
import { findSubject } from "@/lib/playbooks/subject";

type Run = {
  id: string;
  playbook: string;
  name: string;
  status: string;
  account: string;
  steps: Step[];
  place: number;
  mrr: number | null;
  reason: string;
};

const AT_ONCE = 500;

/** Takes every run that does not wait as far as it goes. Returns how many there were. */
export async function goOn(scope: Scope, at: Date): Promise<number> {
  const seen = new Set<string>();
  for (;;) {
    const due = await withTenant(scope, ({ sql }) =>
      sql<{ id: string; name: string }>(
        `SELECT r.id::text, p.name FROM app.playbook_run r JOIN app.playbook p ON p.id = r.playbook_id
         WHERE r.status = 'running' AND (r.resume_at IS NULL OR r.resume_at <= $1::timestamptz) ORDER BY r.started_at, r.id LIMIT ${AT_ONCE}`,
        [at],
      ),
    );
    let done = 0;
    for (const { id, name } of due) {
      seen.add(id);
      const acting = await systemScope(scope.slug, `the playbook ${name}`);
      if (acting) while (await goOneStep(acting, id, at)) done += 1;
    }
    if (done === 0) return seen.size;
  }
}

/** Whether a run has waited long enough, or was left where it stood. */
export async function isRunDue(sql: Sql, at: Date): Promise<boolean> {
  const [found] = await sql<{ due: boolean }>(
    "SELECT EXISTS (SELECT FROM app.playbook_run WHERE status = 'running' AND (resume_at IS NULL OR resume_at <= $1::timestamptz)) AS due",
    [at],
  );
  return found?.due ?? false;
}

/** False where the run waits, has ended, or is at work elsewhere. */
async function goOneStep(scope: Scope, id: string, at: Date): Promise<boolean> {
  try {
    return await withTenant(scope, async ({ sql }) => {
      const [run] = await sql<Run>(
        `SELECT r.id::text, p.id::text AS playbook, p.name, p.status, r.account_id::text AS account, r.steps, r.place, r.mrr::float8 AS mrr,
           regexp_replace(r.log->0->>'words', '^[^:]*: ', '') AS reason
         FROM app.playbook_run r JOIN app.playbook p ON p.id = r.playbook_id
         WHERE r.id = $1::uuid AND r.status = 'running' AND (r.resume_at IS NULL OR r.resume_at <= $2::timestamptz) FOR UPDATE OF r SKIP LOCKED`,
        [id, at],
      );
      if (!run) return false;
      const note = (done: Done, status: string, place: number) =>
        sql(
          `UPDATE app.playbook_run SET place = $2::int, resume_at = $3::timestamptz, status = $4, ended_at = CASE WHEN $4 <> 'running' THEN $5::timestamptz END,
             log = log || jsonb_build_array(jsonb_build_object('at', $5::timestamptz, 'words', $6::text)) WHERE id = $1::uuid RETURNING 1`,
          [id, place, done.resumeAt ?? null, status, at, done.words],
        );
      if (run.status !== "live") {
        await note({ words: "Stopped: the playbook was turned off." }, "stopped", run.place);
        return false;
      }
      const subject = await findSubject(sql, run.account);
      const step = run.steps[run.place];
      if (!subject || !step) throw new Error("a run has an account and a step ahead of it");
      const playbook = { id: run.playbook, name: run.name };
      const done = await doStep(sql, scope, step, { run: id, place: run.place, playbook, subject, reason: run.reason, mrr: run.mrr, at });
      const isLast = run.place + 1 >= run.steps.length;
      await note(done, isLast ? "done" : "running", run.place + 1);
      return !isLast && done.resumeAt === undefined;
    });
  } catch (error) {
    await fail(scope, id, error, at);
    return false;
  }
}

// What the step wrote is undone; that it failed is kept.
async function fail(scope: Scope, id: string, error: unknown, at: Date): Promise<void> {
  const isTold = error instanceof Refusal;
  if (!isTold)
    console.error(
      JSON.stringify({ level: "error", at: "playbooks", run: id, message: error instanceof Error ? error.message : String(error) }),
    );
  const words = isTold ? error.message : "This step failed on our side, and nothing of it was kept.";
  await withTenant(scope, ({ sql }) =>
    sql(
      `UPDATE app.playbook_run SET status = 'failed', ended_at = $2::timestamptz, log = log || jsonb_build_array(jsonb_build_object('at', $2::timestamptz, 'words', $3::text))
       WHERE id = $1::uuid AND status = 'running' RETURNING 1`,
      [id, at, words],
    ),
  );
}
