import { randomUUID } from "node:crypto";
import { queueWebhook } from "@/lib/outbox/mutations";
import type { EndpointFields } from "@/lib/outbox/schema";
import { newSecret, seal } from "@/lib/outbox/secret";
import type { Sql } from "@/lib/platform/db";
import { faultOfAddress } from "@/lib/platform/egress";
import { refuse } from "@/lib/platform/failure";
import type { MemberScope, Scope } from "@/lib/platform/scope";

const MOST_ENDPOINTS = 20;
const GONE = "This endpoint is not there any more, or somebody changed it after you opened it. Nothing was changed; reload to see it.";

type Opened = { readonly id: string; readonly version: number };

/** Makes an endpoint and returns its secret, which is shown this once. */
export async function createEndpoint(sql: Sql, scope: MemberScope, { name, url }: EndpointFields): Promise<{ id: string; secret: string }> {
  checkAddress(url);
  const [count] = await sql<{ endpoints: number }>("SELECT count(*)::int AS endpoints FROM app.webhook_endpoint");
  if ((count?.endpoints ?? 0) >= MOST_ENDPOINTS)
    refuse(`A workspace has at most ${MOST_ENDPOINTS} endpoints. Nothing was made; remove one first.`);
  const [id, secret] = [randomUUID(), newSecret()];
  await sql(
    "INSERT INTO app.webhook_endpoint (workspace_id, id, name, url, secret, author) VALUES ($1::uuid, $2::uuid, $3, $4, $5, $6) RETURNING 1",
    [scope.workspaceId, id, name, url, seal(secret, { workspaceId: scope.workspaceId, endpointId: id }), scope.actor.email],
  );
  return { id, secret };
}

export async function changeEndpoint(sql: Sql, _scope: Scope, { id, version }: Opened, { name, url }: EndpointFields): Promise<void> {
  checkAddress(url);
  const rows = await sql(
    `UPDATE app.webhook_endpoint SET name = $3, url = $4, failing_since = NULL, version = version + 1, updated_at = now()
     WHERE id = $1::uuid AND version = $2::int RETURNING 1`,
    [id, version, name, url],
  );
  if (rows.length === 0) refuse(GONE);
}

/** Makes a new secret and returns it. The one before stays good until it is ended or the next one is made. */
export async function rotateSecret(sql: Sql, scope: Scope, { id, version }: Opened): Promise<{ secret: string }> {
  const secret = newSecret();
  const rows = await sql(
    `UPDATE app.webhook_endpoint SET former_secret = secret, secret = $3, version = version + 1, updated_at = now()
     WHERE id = $1::uuid AND version = $2::int RETURNING 1`,
    [id, version, seal(secret, { workspaceId: scope.workspaceId, endpointId: id })],
  );
  if (rows.length === 0) refuse(GONE);
  return { secret };
}

/** From now on the secret before the last is not signed with any more. */
export async function endFormerSecret(sql: Sql, _scope: Scope, { id, version }: Opened): Promise<void> {
  const rows = await sql(
    `UPDATE app.webhook_endpoint SET former_secret = NULL, version = version + 1, updated_at = now() WHERE id = $1::uuid AND version = $2::int RETURNING 1`,
    [id, version],
  );
  if (rows.length === 0) refuse(GONE);
}

export async function turnEndpoint(sql: Sql, _scope: Scope, { id, version }: Opened, to: "on" | "off"): Promise<void> {
  const rows = await sql(
    `UPDATE app.webhook_endpoint SET disabled_at = CASE $3 WHEN 'off' THEN now() END, failing_since = NULL, version = version + 1, updated_at = now()
     WHERE id = $1::uuid AND version = $2::int RETURNING 1`,
    [id, version, to],
  );
  if (rows.length === 0) refuse(GONE);
}

export async function removeEndpoint(sql: Sql, _scope: Scope, { id, version }: Opened): Promise<void> {
  const rows = await sql("DELETE FROM app.webhook_endpoint WHERE id = $1::uuid AND version = $2::int RETURNING 1", [id, version]);
  if (rows.length === 0) refuse(GONE);
}

/** Sends a ping, so that whoever set an endpoint up sees that it arrives. */
export async function testEndpoint(sql: Sql, scope: MemberScope, id: string): Promise<void> {
  const [known] = await sql("SELECT 1 FROM app.webhook_endpoint WHERE id = $1::uuid AND disabled_at IS NULL", [id]);
  if (!known) refuse("This endpoint is off or not there any more, so nothing was sent.");
  await queueWebhook(sql, scope, {
    endpoint: id,
    event: "ping",
    data: { by: scope.actor.email },
    cause: `ping:${randomUUID()}`,
    account: null,
  });
}

function checkAddress(url: string): void {
  const fault = faultOfAddress(url);
  if (fault) refuse(`${fault} Nothing was changed.`);
}
