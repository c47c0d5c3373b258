import { tell } from "@/lib/notifications/mutations";
import { FAILING_AT_MOST } from "@/lib/outbox/rules";
import { unseal } from "@/lib/outbox/secret";
import type { Sql } from "@/lib/platform/db";
import type { Scope } from "@/lib/platform/scope";

/** An endpoint as it is called. */
export type Target = {
  readonly id: string;
  readonly name: string;
  readonly url: string;
  readonly isOff: boolean;
  /** Those a receiver may check with: the new one, and until it is ended the one before. */
  readonly secrets: () => string[];
};

export async function findTarget(sql: Sql, scope: Scope, id: string | null): Promise<Target | null> {
  const [row] = await sql<{ id: string; name: string; url: string; off: boolean; secret: string; former: string | null }>(
    "SELECT id::text, name, url, disabled_at IS NOT NULL AS off, secret, former_secret AS former FROM app.webhook_endpoint WHERE id = $1::uuid",
    [id],
  );
  if (!row) return null;
  const { off, secret, former, ...rest } = row;
  const owner = { workspaceId: scope.workspaceId, endpointId: row.id };
  return { ...rest, isOff: off, secrets: () => [secret, former].flatMap((sealed) => (sealed === null ? [] : [unseal(sealed, owner)])) };
}

export async function noteSuccess(sql: Sql, id: string): Promise<void> {
  await sql("UPDATE app.webhook_endpoint SET failing_since = NULL WHERE id = $1::uuid AND failing_since IS NOT NULL RETURNING 1", [id]);
}

/** Remembers since when an endpoint fails; after a day of nothing else it is turned off, and whoever made it is told. */
export async function noteFailure(sql: Sql, scope: Scope, { id, name }: Target, { at, why }: { at: Date; why: string }): Promise<void> {
  const [turned] = await sql<{ off: boolean; author: string | null }>(
    `UPDATE app.webhook_endpoint w SET failing_since = coalesce(w.failing_since, $2::timestamptz),
       disabled_at = CASE WHEN w.failing_since <= $3::timestamptz THEN $2::timestamptz END
     WHERE w.id = $1::uuid AND w.disabled_at IS NULL
     RETURNING w.disabled_at IS NOT NULL AS off, (SELECT m.id::text FROM app.member m WHERE m.email = w.author) AS author`,
    [id, at, new Date(at.getTime() - FAILING_AT_MOST)],
  );
  if (!turned?.off || turned.author === null) return;
  await tell(sql, scope, [turned.author], {
    topic: "webhook",
    text: `The webhook “${name}” was turned off, for it has failed for a day: ${why} What waited for it is kept and can be sent again.`,
    link: "/settings/webhooks",
    cause: `webhook-off:${id}:${at.toISOString()}`,
    account: null,
  });
}
