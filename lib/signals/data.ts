import type { Day } from "@/lib/kernel/period";
import { dayAt } from "@/lib/kernel/zone";
import { now } from "@/lib/platform/clock";
import type { Sql } from "@/lib/platform/db";
import type { Scope } from "@/lib/platform/scope";
import { SIGNALS } from "@/lib/signals/registry";
import type { Detail, SignalFace } from "@/lib/signals/signal";

/** A signal of an account, told in words. */
export type ToldSignal = {
  readonly accountId: string;
  readonly kind: string;
  readonly reason: string;
  readonly name: string;
  readonly tone: SignalFace["tone"];
  /** Why, short enough for a line: "usage −38% in 28 days". */
  readonly words: string;
  /** The task it suggests. */
  readonly next: SignalFace["next"];
  readonly fromDay: Day;
  /** The last day on which it was met: what the words tell of. */
  readonly lastDay: Day;
  /** The day on which it had ended; null while it is open. */
  readonly untilDay: Day | null;
  /** 0 to 1. */
  readonly strength: number;
  readonly detail: Detail;
};

export type Snooze = { readonly untilDay: Day; readonly why: string; readonly author: string };

export type OpenSignal = ToldSignal & { readonly snooze: Snooze | null };

type Row = Pick<ToldSignal, "accountId" | "kind" | "reason" | "fromDay" | "lastDay" | "untilDay" | "strength" | "detail">;

const COLUMNS = `s.account_id::text AS "accountId", s.kind, s.reason, s.from_day::text AS "fromDay", s.last_day::text AS "lastDay", s.until_day::text AS "untilDay", s.strength, s.detail`;

/**
 * The signals that are open, of some accounts or of all, risks before chances and the strongest first. Those snoozed to a day that has not come are left out,
 * or come with their snooze where asked for.
 */
export async function openSignals(
  sql: Sql,
  scope: Pick<Scope, "timeZone">,
  request: { accounts?: readonly string[] | undefined; withSnoozed?: boolean | undefined } = {},
): Promise<OpenSignal[]> {
  const rows = await sql<Row & { snooze: Snooze | null }>(
    `SELECT ${COLUMNS}, CASE WHEN z.account_id IS NOT NULL THEN jsonb_build_object('untilDay', z.until_day, 'why', z.why, 'author', z.author) END AS snooze
     FROM app.signal s LEFT JOIN app.signal_snooze z ON z.account_id = s.account_id AND z.kind = s.kind AND z.reason = s.reason AND z.until_day > $3::date
     WHERE s.until_day IS NULL AND ($1::uuid[] IS NULL OR s.account_id = ANY($1::uuid[])) AND ($2::boolean OR z.account_id IS NULL)
     ORDER BY s.strength DESC, s.from_day DESC, s.account_id, s.kind, s.reason`,
    [request.accounts ?? null, request.withSnoozed ?? false, dayAt(now(), scope.timeZone)],
  );
  return told(rows).sort((a, b) => Number(a.tone === "chance") - Number(b.tone === "chance"));
}

/** Every signal an account ever had, the latest first. */
export async function signalHistory(sql: Sql, accountId: string): Promise<ToldSignal[]> {
  return told(
    await sql<Row>(`SELECT ${COLUMNS} FROM app.signal s WHERE s.account_id = $1::uuid ORDER BY s.from_day DESC, s.kind, s.reason`, [
      accountId,
    ]),
  );
}

function told<Some extends Row>(rows: readonly Some[]) {
  return rows.flatMap((row) => {
    const signal = SIGNALS.find(({ face }) => face.id === row.kind);
    if (signal === undefined) return [];
    const { name, tone, next } = signal.face;
    return [{ ...row, name, tone, next, words: signal.words(row.detail, row.reason) }];
  });
}
