import type { OutboxStatus } from "@/lib/outbox/rules";
import type { Sql } from "@/lib/platform/db";
import type { Scope } from "@/lib/platform/scope";

export type ShownEndpoint = {
  readonly id: string;
  readonly name: string;
  readonly url: string;
  readonly version: number;
  readonly isOff: boolean;
  readonly failingSince: string | null;
  readonly hasFormerSecret: boolean;
  readonly author: string;
};

const STAMP = "YYYY-MM-DD HH24:MI";

export function listEndpoints(sql: Sql, scope: Scope): Promise<ShownEndpoint[]> {
  return sql<ShownEndpoint>(
    `SELECT w.id::text, w.name, w.url, w.version, w.disabled_at IS NOT NULL AS "isOff", to_char(w.failing_since AT TIME ZONE $1, '${STAMP}') AS "failingSince",
       w.former_secret IS NOT NULL AS "hasFormerSecret", coalesce(m.name, w.author) AS author
     FROM app.webhook_endpoint w LEFT JOIN app.member m ON m.email = w.author ORDER BY lower(w.name), w.id`,
    [scope.timeZone],
  );
}

export type ShownPost = {
  readonly id: string;
  readonly kind: "mail" | "webhook";
  readonly to: string;
  readonly subject: string;
  readonly status: OutboxStatus;
  readonly tries: number;
  readonly why: string | null;
  readonly at: string;
  readonly nextAt: string | null;
  readonly account: { readonly id: string; readonly name: string } | null;
};

const SHOWN = 100;

/** What left the house last, or waits to: first what needs somebody's decision, then the newest. */
export function listOutbox(sql: Sql, scope: Scope): Promise<ShownPost[]> {
  return sql<ShownPost>(
    `SELECT o.id::text, o.kind, coalesce(w.name, CASE o.kind WHEN 'mail' THEN o.recipient ELSE 'a removed endpoint' END) AS "to", o.subject, o.status, o.tries, o.last_error AS why,
       to_char(o.created_at AT TIME ZONE $1, '${STAMP}') AS at, CASE WHEN o.status IN ('queued', 'failed') THEN to_char(o.next_at AT TIME ZONE $1, '${STAMP}') END AS "nextAt",
       CASE WHEN a.id IS NULL THEN NULL ELSE jsonb_build_object('id', a.id, 'name', a.name) END AS account
     FROM app.outbox o LEFT JOIN app.webhook_endpoint w ON w.id = o.endpoint_id LEFT JOIN app.account a ON a.id = o.account_id
     ORDER BY o.status IN ('unknown', 'given_up') DESC, o.created_at DESC, o.id LIMIT ${SHOWN}`,
    [scope.timeZone],
  );
}
