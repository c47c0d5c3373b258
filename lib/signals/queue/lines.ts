import type { Moment } from "@/lib/health/moment";
import { MEASURES } from "@/lib/health/registry";
import { scoreBy } from "@/lib/health/score";
import { readStoredDays, type StoredDay, sideOf } from "@/lib/health/stored";
import type { Version } from "@/lib/health/versions";
import { saysWords } from "@/lib/health/words";
import type { Day } from "@/lib/kernel/period";
import type { Sql } from "@/lib/platform/db";
import { type Candidate, RISK_KINDS } from "@/lib/signals/queue/candidates";
import type { Stake } from "@/lib/signals/queue/order";
import { SIGNALS } from "@/lib/signals/registry";
import type { Detail, Signal } from "@/lib/signals/signal";
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

type Open = { kind: string; reason: string; strength: number; detail: Detail };

type Row = { id: string; name: string; owner: string | null; signals: Open[]; task: Line["task"] };

type Raised = Open & { signal: Signal };

/** The lines of some accounts, in the order given. */
export async function readLines(
  sql: Sql,
  placed: readonly Placed[],
  { moment, today, versions }: { moment: Moment | null; today: Day; versions: readonly Version[] },
): Promise<Line[]> {
  const ids = placed.map(({ id }) => id);
  const rows = await sql<Row>(
    `SELECT a.id::text, a.name, a.owner_email AS owner,
       (SELECT coalesce(jsonb_agg(jsonb_build_object('kind', s.kind, 'reason', s.reason, 'strength', s.strength, 'detail', s.detail)), '[]')
        FROM app.signal s WHERE s.account_id = a.id AND s.until_day IS NULL AND s.kind = ANY($3::text[]) AND NOT EXISTS (
          SELECT FROM app.signal_snooze z WHERE z.account_id = s.account_id AND z.kind = s.kind AND z.reason = s.reason AND z.until_day > $2::date)) AS signals,
       (SELECT jsonb_build_object('id', t.id, 'version', t.version, 'title', t.title, 'dueOn', t.due_on) FROM app.task t
        WHERE t.account_id = a.id AND t.status = 'open' AND (t.snoozed_until IS NULL OR t.snoozed_until <= $2::date) ORDER BY t.due_on, t.id LIMIT 1) AS task
     FROM app.account a WHERE a.id = ANY($1::uuid[])`,
    [ids, today, RISK_KINDS],
  );
  const stored = moment === null ? [] : await readStoredDays(sql, { accounts: ids, days: [moment.day] });
  return placed.flatMap((each) => {
    const row = rows.find(({ id }) => id === each.id);
    if (row === undefined) return [];
    const raised = strongestFirst(row.signals);
    const weak = weakest(
      stored.find(({ accountId }) => accountId === each.id),
      versions,
    );
    const { name, owner, task } = row;
    return [{ ...each, name, owner, task, reasons: reasonsFor(each, raised, weak), suggestion: suggestionFor(raised, weak) }];
  });
}

function strongestFirst(open: readonly Open[]): Raised[] {
  const place = (signal: Signal) => SIGNALS.indexOf(signal);
  return open
    .flatMap((each) => {
      const signal = SIGNALS.find(({ face }) => face.id === each.kind);
      return signal ? [{ ...each, signal }] : [];
    })
    .sort((one, other) => other.strength - one.strength || place(one.signal) - place(other.signal));
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

function reasonsFor({ held, band }: Placed, raised: readonly Raised[], weak: Weak | null): string[] {
  const signals = raised.map(({ signal, detail, reason }) => signal.words(detail, reason));
  if (signals.length > 0) return signals;
  if (held !== null) return ["set by hand"];
  if (weak !== null) return [weak.words];
  return [band === "unknown" ? "too little is known of them" : "a task is due"];
}

function suggestionFor([first]: readonly Raised[], weak: Weak | null): Suggestion {
  if (first) return { title: first.signal.face.next.title, type: "risk", reason: reasonOf(first.signal.face.next.reason) };
  if (weak) return { title: `Talk about what lowers their health: ${weak.name}`, type: "risk", reason: "health" };
  return { title: "Find out how they are", type: "follow-up", reason: "silence" };
}
