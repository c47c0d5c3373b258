import { nextTry, SENDING_AT_MOST } from "@/lib/outbox/rules";
import type { Sql } from "@/lib/platform/db";

/** A row on its way. `tries` counts this one. */
export type Claimed = {
  readonly id: string;
  readonly recipient: string;
  readonly subject: string;
  readonly body: string;
  readonly endpoint: string | null;
  readonly tries: number;
};

export type Outcome = { readonly status: "sent" } | { readonly status: "failed" | "unknown" | "given_up"; readonly why: string };

/** Takes rows that are due, so that nobody else sends them. */
export function claim(sql: Sql, kind: "mail" | "webhook", { at, most }: { at: Date; most: number }): Promise<Claimed[]> {
  return sql<Claimed>(
    `UPDATE app.outbox o SET status = 'sending', tries = o.tries + 1, updated_at = $2::timestamptz WHERE o.id IN (
       SELECT id FROM app.outbox WHERE kind = $1 AND status IN ('queued', 'failed') AND next_at <= $2::timestamptz ORDER BY next_at, id LIMIT $3::int FOR UPDATE SKIP LOCKED)
     RETURNING o.id::text, o.recipient, o.subject, o.body, o.endpoint_id::text AS endpoint, o.tries`,
    [kind, at, most],
  );
}

/** Writes how it went. Somebody who took this one for lost in the meantime has settled it already. */
export async function settle(sql: Sql, { id, tries }: Claimed, outcome: Outcome, at: Date): Promise<void> {
  const next = outcome.status === "failed" ? nextTry(tries, at) : null;
  const status = outcome.status === "failed" && next === null ? "given_up" : outcome.status;
  await sql(
    `UPDATE app.outbox SET status = $3, last_error = $4, next_at = coalesce($5::timestamptz, next_at), updated_at = $6::timestamptz,
       sent_at = CASE WHEN $3 = 'sent' THEN $6::timestamptz END WHERE id = $1::uuid AND tries = $2::int AND status = 'sending' RETURNING 1`,
    [id, tries, status, outcome.status === "sent" ? null : outcome.why, next, at],
  );
}

/**
 * Settles what was on its way when its sender died. A mail may have arrived and is never sent again by itself; a webhook is, for its receiver
 * knows it by its id.
 */
export async function settleLost(sql: Sql, at: Date): Promise<void> {
  await sql(
    `UPDATE app.outbox SET status = CASE kind WHEN 'mail' THEN 'unknown' ELSE 'failed' END, next_at = $1::timestamptz, updated_at = $1::timestamptz,
       last_error = 'It was being sent when the program stopped.' WHERE status = 'sending' AND updated_at < $2::timestamptz RETURNING 1`,
    [at, new Date(at.getTime() - SENDING_AT_MOST)],
  );
}

/** Whether something of the outbox is due, or was lost on its way. */
export async function isPostDue(sql: Sql): Promise<boolean> {
  const [found] = await sql<{ due: boolean }>(
    `SELECT EXISTS (SELECT FROM app.outbox WHERE status IN ('queued', 'failed') AND next_at <= now())
       OR EXISTS (SELECT FROM app.outbox WHERE status = 'sending' AND updated_at < now() - interval '10 minutes') AS due`,
  );
  return found?.due ?? false;
}
