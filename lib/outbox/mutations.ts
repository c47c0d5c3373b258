import { randomUUID } from "node:crypto";
import type { Sql } from "@/lib/platform/db";
import { refuse } from "@/lib/platform/failure";
import { enqueueOutbox } from "@/lib/platform/jobs";
import type { Scope } from "@/lib/platform/scope";

/** The same cause sends a recipient one mail, or one webhook, however often it is met. */
type Cause = { readonly cause: string; readonly account: string | null };

export type QueuedMail = Cause & { readonly to: string; readonly subject: string; readonly text: string };

export type QueuedWebhook = Cause & { readonly endpoint: string; readonly event: string; readonly data: object };

/** Puts a mail into the outbox, in the transaction of the deed that wants it sent. */
export async function queueMail(sql: Sql, scope: Scope, { to, subject, text, cause, account }: QueuedMail): Promise<void> {
  await sql(
    `INSERT INTO app.outbox (workspace_id, kind, recipient, subject, body, cause, account_id)
     VALUES ($1::uuid, 'mail', $2, $3, $4, $5, $6::uuid) ON CONFLICT DO NOTHING RETURNING 1`,
    [scope.workspaceId, to, subject, text, cause, account],
  );
  await enqueueOutbox(scope, sql);
}

/** Puts an event for an endpoint into the outbox, in the transaction of the deed. Its id stays the same however often it is sent. */
export async function queueWebhook(sql: Sql, scope: Scope, { endpoint, event, data, cause, account }: QueuedWebhook): Promise<void> {
  const id = randomUUID();
  const body = JSON.stringify({ id, event, workspace: scope.slug, at: new Date().toISOString(), data });
  await sql(
    `INSERT INTO app.outbox (workspace_id, id, kind, recipient, subject, body, cause, account_id, endpoint_id)
     SELECT $1::uuid, $2::uuid, 'webhook', w.id::text, $3, $4, $5, $6::uuid, w.id FROM app.webhook_endpoint w WHERE w.id = $7::uuid
     ON CONFLICT DO NOTHING RETURNING 1`,
    [scope.workspaceId, id, event, body, cause, account, endpoint],
  );
  await enqueueOutbox(scope, sql);
}

/** Sends once more what was given up or may have arrived: a person's decision, never a machine's. */
export async function resend(sql: Sql, scope: Scope, id: string): Promise<void> {
  const rows = await sql(
    `UPDATE app.outbox SET status = 'queued', tries = 0, next_at = now(), last_error = NULL, updated_at = now()
     WHERE id = $1::uuid AND status IN ('unknown', 'given_up') RETURNING 1`,
    [id],
  );
  if (rows.length === 0) refuse("This is not waiting for a decision any more. Nothing was changed; reload to see where it stands.");
  await enqueueOutbox(scope, sql);
}
