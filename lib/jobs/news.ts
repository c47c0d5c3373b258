import { BAND_WORDS, BANDS } from "@/lib/kernel/band-words";
import type { Day } from "@/lib/kernel/period";
import { dayAt } from "@/lib/kernel/zone";
import { tell } from "@/lib/notifications/mutations";
import { tellOfAccounts } from "@/lib/notifications/tell-of-accounts";
import type { Sql } from "@/lib/platform/db";
import type { Scope } from "@/lib/platform/scope";
import { SIGNALS } from "@/lib/signals/registry";
import type { Detail } from "@/lib/signals/signal";

const QUOTED = 160;

/** Tells members what began yesterday or today and nobody did: signals, falls of a band by the same scorecard, answers of detractors, and tasks that are late. Each is told once. */
export async function tellNews(sql: Sql, scope: Scope, at: Date): Promise<void> {
  const today = dayAt(at, scope.timeZone);
  await tellSignals(sql, scope, today);
  await tellFalls(sql, scope, today);
  await tellDetractors(sql, scope, today);
  await tellOverdue(sql, scope, today);
}

async function tellSignals(sql: Sql, scope: Scope, today: Day): Promise<void> {
  const opened = await sql<{ account: string; kind: string; reason: string; day: Day; detail: Detail }>(
    `SELECT s.account_id::text AS account, s.kind, s.reason, s.from_day::text AS day, s.detail FROM app.signal s
     WHERE s.until_day IS NULL AND s.from_day BETWEEN $1::date - 1 AND $1::date AND NOT EXISTS (
       SELECT FROM app.signal_snooze z WHERE z.account_id = s.account_id AND z.kind = s.kind AND z.reason = s.reason AND z.until_day > $1::date)
     ORDER BY s.account_id, s.kind, s.reason`,
    [today],
  );
  const news = opened.flatMap(({ account, kind, reason, day, detail }) => {
    const signal = SIGNALS.find(({ face }) => face.id === kind);
    if (!signal) return [];
    return [{ account, text: `${signal.face.name}: ${signal.words(detail, reason)}`, cause: `signal:${account}:${kind}:${reason}:${day}` }];
  });
  await tellOfAccounts(sql, scope, "signal", news);
}

async function tellFalls(sql: Sql, scope: Scope, today: Day): Promise<void> {
  const fell = await sql<{ account: string; day: Day; was: string; band: string }>(
    `SELECT n.account_id::text AS account, n.day::text AS day, b.band AS was, n.band FROM app.health_day n
     JOIN app.health_day b ON b.account_id = n.account_id AND b.day = n.day - 1 AND b.version = n.version AND b.card = n.card
     WHERE n.day BETWEEN $1::date - 1 AND $1::date
       AND array_position(ARRAY['red', 'yellow', 'green'], n.band) < array_position(ARRAY['red', 'yellow', 'green'], b.band) ORDER BY 1, 2`,
    [today],
  );
  const words = (band: string) => BAND_WORDS[BANDS.find((each) => each === band) ?? "unknown"];
  const news = fell.map(({ account, day, was, band }) => ({
    account,
    text: `fell from ${words(was)} to ${words(band)}`,
    cause: `band:${account}:${day}`,
  }));
  await tellOfAccounts(sql, scope, "band", news);
}

async function tellDetractors(sql: Sql, scope: Scope, today: Day): Promise<void> {
  const answers = await sql<{ account: string; id: string; score: number; scale: number; comment: string | null }>(
    `SELECT account_id::text AS account, id::text, score::int, scale::int, nullif(comment, '') AS comment FROM app.survey_response
     WHERE kind = 'nps' AND score <= 6 AND account_id IS NOT NULL AND answered_at >= ($1::date - 1)::timestamp AT TIME ZONE $2 ORDER BY id`,
    [today, scope.timeZone],
  );
  const news = answers.map(({ account, id, score, scale, comment }) => ({
    account,
    text: `NPS ${score} of ${scale}${comment === null ? "" : `: “${comment.slice(0, QUOTED)}”`}`,
    cause: `answer:${id}`,
  }));
  await tellOfAccounts(sql, scope, "answer", news);
}

async function tellOverdue(sql: Sql, scope: Scope, today: Day): Promise<void> {
  const late = await sql<{ id: string; owner: string; account: string | null; text: string; due: Day }>(
    `SELECT t.id::text, t.owner_id::text AS owner, t.account_id::text AS account, coalesce(a.name || ': ', '') || t.title AS text, t.due_on::text AS due
     FROM app.task t LEFT JOIN app.account a ON a.id = t.account_id
     WHERE t.status = 'open' AND t.owner_id IS NOT NULL AND t.due_on BETWEEN $1::date - 7 AND $1::date - 1 AND (t.snoozed_until IS NULL OR t.snoozed_until <= $1::date)
       AND NOT EXISTS (SELECT FROM app.notification n WHERE n.member_id = t.owner_id AND n.cause = 'overdue:' || t.id || ':' || t.due_on) ORDER BY t.due_on, t.id`,
    [today],
  );
  for (const { id, owner, account, text, due } of late)
    await tell(sql, scope, [owner], {
      topic: "overdue",
      text: `${text} (due ${due})`,
      link: account === null ? "/today" : `/accounts/${account}`,
      cause: `overdue:${id}:${due}`,
      account,
    });
}
