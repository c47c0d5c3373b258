import type { Moment } from "@/lib/health/moment";
import { MEASURES } from "@/lib/health/registry";
import { scoreBy } from "@/lib/health/score";
import { readStoredDays, type StoredDay, sideOf } from "@/lib/health/stored";
import type { Version } from "@/lib/health/versions";
import { saysWords } from "@/lib/health/words";
import { BAND_WORDS } from "@/lib/kernel/band-words";
import type { Day } from "@/lib/kernel/period";
import type { Sql } from "@/lib/platform/db";
import type { Scope } from "@/lib/platform/scope";
import { type OpenSignal, openSignals } from "@/lib/signals/data";
import type { Candidate } from "@/lib/signals/queue/candidates";
import type { Stake } from "@/lib/signals/queue/order";
import type { TaskReason, TaskType } from "@/lib/tasks/choices";
import { reasonOf } from "@/lib/tasks/rules";

/** What to do next about an account that has no task yet. */
export type Suggestion = { title: string; type: TaskType; reason: TaskReason };

/** One account of the queue, as it is read. */
export type Line = Candidate & {
  name: string;
  owner: string | null;
  stake: Stake;
  /** Why it is here, the weightiest first; at least one. */
  reasons: string[];
  task: { id: string; version: number; title: string; dueOn: Day } | null;
  suggestion: Suggestion;
};

type Placed = Candidate & { readonly stake: Stake };

type Row = { id: string; name: string; owner: string | null; task: Line["task"] };

/** The lines of some accounts, in the order given. */
export async function readLines(
  sql: Sql,
  scope: Scope,
  placed: readonly Placed[],
  { moment, today, versions }: { moment: Moment | null; today: Day; versions: readonly Version[] },
): Promise<Line[]> {
  const ids = placed.map(({ id }) => id);
  const rows = await sql<Row>(
    `SELECT a.id::text, a.name, a.owner_email AS owner,
       (SELECT jsonb_build_object('id', t.id, 'version', t.version, 'title', t.title, 'dueOn', t.due_on) FROM app.task t
        WHERE t.account_id = a.id AND t.status = 'open' AND (t.snoozed_until IS NULL OR t.snoozed_until <= $2::date) ORDER BY t.due_on, t.id LIMIT 1) AS task
     FROM app.account a WHERE a.id = ANY($1::uuid[])`,
    [ids, today],
  );
  const open = (await openSignals(sql, scope, { accounts: ids })).filter(({ tone }) => tone === "risk");
  const stored = moment === null ? [] : await readStoredDays(sql, { accounts: ids, days: [moment.day] });
  return placed.flatMap((each) => {
    const row = rows.find(({ id }) => id === each.id);
    if (row === undefined) return [];
    const raised = open.filter(({ accountId }) => accountId === each.id);
    const weak = weakest(
      stored.find(({ accountId }) => accountId === each.id),
      versions,
    );
    const { name, owner, task } = row;
    return [{ ...each, name, owner, task, reasons: reasonsFor(each, raised, weak), suggestion: suggestionFor(raised, weak) }];
  });
}

type Weak = { words: string; name: string };

/** The measure that contributes least against its weight. */
function weakest(day: StoredDay | undefined, versions: readonly Version[]): Weak | null {
  if (day === undefined) return null;
  const { config, ...side } = sideOf(day, versions);
  const card = config.cards.find(({ id }) => id === side.card) ?? config.cards.at(-1);
  const known = card === undefined ? [] : scoreBy(card, side, config).parts.filter(({ score }) => score !== null);
  const [part] = known.sort((one, other) => (one.score ?? 0) - (other.score ?? 0) || other.weight - one.weight);
  const face = MEASURES.find((measure) => measure.face.id === part?.id)?.face;
  return face && part?.value != null ? { words: saysWords(face, part.value), name: face.name.toLowerCase() } : null;
}

function reasonsFor({ held, red }: Placed, raised: readonly OpenSignal[], weak: Weak | null): string[] {
  const signals = raised.map(({ words }) => words);
  if (signals.length > 0) return signals;
  if (!red) return ["a task is due"];
  return [held === null && weak !== null ? weak.words : `${BAND_WORDS.red}, ${held === null ? "by the score" : "set by hand"}`];
}

function suggestionFor([first]: readonly OpenSignal[], weak: Weak | null): Suggestion {
  if (first) return { title: first.next.title, type: "risk", reason: reasonOf(first.next.reason) };
  if (weak) return { title: `Talk about what lowers their health: ${weak.name}`, type: "risk", reason: "health" };
  return { title: "Find out how they are", type: "follow-up", reason: "silence" };
}
