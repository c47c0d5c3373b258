import { describePeriod } from "@/lib/kernel/period-words";
import { now } from "@/lib/platform/clock";
import type { Sql } from "@/lib/platform/db";
import { refuse } from "@/lib/platform/failure";
import type { Scope } from "@/lib/platform/scope";
import { readSummary } from "@/lib/summary/data";
import { boundsOf } from "@/lib/summary/periods";
import { readingsOf, reportedReading } from "@/lib/summary/reported/rules";
import { sentenceText } from "@/lib/summary/sentences";

/** Keeps a month's readings and words as they are now. It is done once: what was reported stays. */
export async function reportMonth(sql: Sql, scope: Scope, { month }: { month: string }): Promise<void> {
  const summary = await readSummary(sql, scope, { month }, now());
  if (summary.isOpen) refuse(`${describePeriod(month)} is not over, so its numbers are not yet what they will be. Nothing was reported.`);
  const readings = JSON.stringify(readingsOf(summary).map(reportedReading));
  const [kept] = await sql(
    `INSERT INTO app.reported_month (workspace_id, month, readings, sentences, author, at)
     VALUES ($1::uuid, $2::date, $3::text::jsonb, $4::text[], $5, $6::timestamptz) ON CONFLICT (workspace_id, month) DO NOTHING RETURNING 1`,
    [scope.workspaceId, boundsOf(month).start, readings, summary.sentences.map(sentenceText), authorOf(scope), now()],
  );
  if (!kept)
    refuse(`${describePeriod(month)} was reported already. What was reported stays as it was, and what moved since stands beside it.`);
}

/** Writes what is asked to be decided, all of it anew. `version` is the one that was looked at. */
export async function askDecisions(
  sql: Sql,
  scope: Scope,
  { month, texts, version }: { month: string; texts: readonly string[]; version: number },
): Promise<void> {
  const [kept] = await sql(
    `INSERT INTO app.month_decision AS d (workspace_id, month, texts, author, version) VALUES ($1::uuid, $2::date, $3::text[], $4, 1)
     ON CONFLICT (workspace_id, month) DO UPDATE SET texts = excluded.texts, author = excluded.author, version = d.version + 1, updated_at = now()
     WHERE d.version = $5::int RETURNING 1`,
    [scope.workspaceId, boundsOf(month).start, texts, authorOf(scope), version],
  );
  if (!kept)
    refuse("Somebody else changed the decisions after you opened them. Theirs stand and nothing of yours was saved; reload to see them.");
}

function authorOf({ actor }: Scope): string {
  return actor.kind === "member" ? actor.email : actor.name;
}
