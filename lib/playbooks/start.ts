import { addDays, type Day } from "@/lib/kernel/period";
import { dayAt } from "@/lib/kernel/zone";
import { ratesSql } from "@/lib/ledger/account-period";
import { Parameters } from "@/lib/ledger/parameters";
import type { Sql } from "@/lib/platform/db";
import type { Scope } from "@/lib/platform/scope";
import { type Cause, listCauses } from "@/lib/playbooks/causes";
import { isHeldOut } from "@/lib/playbooks/chosen";
import type { Definition } from "@/lib/playbooks/schema";

/** How far back a cause is still taken up, after the program stood still. */
const LATEST = 14;

type Live = { id: string; live: Definition; since: Day };

/**
 * Starts every live playbook for what set it off since it is live and still holds. A cause starts a playbook once, whoever asks and however often;
 * an account goes through a playbook once at a time. Returns how many runs began.
 */
export async function startRuns(sql: Sql, scope: Scope, at: Date): Promise<number> {
  const today = dayAt(at, scope.timeZone);
  const playbooks = await sql<Live>(
    `SELECT id::text, live, (live_since AT TIME ZONE $1)::date::text AS since FROM app.playbook WHERE status = 'live' ORDER BY created_at, id`,
    [scope.timeZone],
  );
  let begun = 0;
  for (const { id, live, since } of playbooks) {
    const from = [since, addDays(today, -LATEST)].sort().at(-1) ?? today;
    const causes = (await listCauses(sql, scope, live, { from, to: today, at })).filter(({ stands }) => stands);
    begun += await begin(sql, scope, { id, live, causes }, at);
  }
  return begun;
}

async function begin(
  sql: Sql,
  scope: Scope,
  { id, live, causes }: { id: string; live: Definition; causes: Cause[] },
  at: Date,
): Promise<number> {
  if (causes.length === 0) return 0;
  const parameters = new Parameters();
  const instant = parameters.place(at, "timestamptz");
  const starts = causes.map(({ account, cause, words }) => ({ account, cause, words, held: isHeldOut(id, account, live.holdout) }));
  const place = (value: unknown, type: string) => parameters.place(value, type);
  // Of what the account was when it began, so that it can later be compared with its like.
  const begun = await sql(
    `WITH rate AS MATERIALIZED (${ratesSql(scope, parameters)}),
     start AS MATERIALIZED (
       SELECT DISTINCT ON (s.account) s.* FROM unnest(${place(
         starts.map(({ account }) => account),
         "uuid[]",
       )}, ${place(
         starts.map(({ cause }) => cause),
         "text[]",
       )},
         ${place(
           starts.map(({ words }) => words),
           "text[]",
         )}, ${place(
           starts.map(({ held }) => held),
           "boolean[]",
         )}) WITH ORDINALITY AS s(account, cause, words, held, n)
       WHERE NOT EXISTS (SELECT FROM app.playbook_run r WHERE r.playbook_id = ${place(id, "uuid")} AND r.account_id = s.account AND (r.cause = s.cause OR r.status = 'running'))
       ORDER BY s.account, s.n)
     INSERT INTO app.playbook_run (workspace_id, playbook_id, account_id, cause, steps, status, ended_at, started_at, score, band, tenure_days, mrr, log)
     SELECT ${place(scope.workspaceId, "uuid")}, ${place(id, "uuid")}, s.account, s.cause, ${place(JSON.stringify(live.steps), "text")}::jsonb,
       CASE WHEN s.held THEN 'held_out' ELSE 'running' END, CASE WHEN s.held THEN ${instant} END, ${instant}, h.score, h.band, h.tenure_days,
       (SELECT round(sum(m.balance * rate.rate))::bigint FROM app.mrr_movement m JOIN rate ON rate.currency = m.currency::text AND rate.from_at <= ${instant} AND ${instant} < rate.until_at
        WHERE m.account_id = s.account AND m.at < ${instant} AND ${instant} <= m.until_at),
       jsonb_build_array(jsonb_build_object('at', ${instant}, 'words', CASE WHEN s.held THEN 'Left alone, to tell the effect: ' ELSE 'Set off: ' END || s.words))
     FROM start s LEFT JOIN app.health_day h ON h.account_id = s.account AND h.day = (SELECT through FROM app.health_derivation)
     ON CONFLICT DO NOTHING RETURNING 1`,
    parameters.values,
  );
  return begun.length;
}
