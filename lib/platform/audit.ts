import type { Sql } from "@/lib/platform/db";
import type { Scope } from "@/lib/platform/scope";

export type AuditDetail = { readonly [key: string]: string | number | boolean | null | readonly string[] };

/** Writes one line of the audit, in the transaction of the change. Call it last: the chain is locked until the transaction ends. */
export async function audit(sql: Sql, scope: Scope, action: string, detail: AuditDetail = {}): Promise<void> {
  const actor = scope.actor.kind === "member" ? scope.actor.email : scope.actor.name;
  await sql(
    "INSERT INTO app.audit (workspace_id, seq, actor, action, detail, hash) VALUES ($1::uuid, 0, $2, $3, $4::text::jsonb, '') RETURNING 1",
    [scope.workspaceId, actor, action, auditText(detail)],
  );
}

/** A detail as it is kept. Of an address only where it leads is: what stands after a question mark, or before an @, may be a secret. */
export function auditText(detail: AuditDetail): string {
  return JSON.stringify(detail, (key, value) => (key === "url" && typeof value === "string" ? withoutSecrets(value) : value));
}

function withoutSecrets(address: string): string {
  if (!URL.canParse(address)) return "";
  const { protocol, host, pathname } = new URL(address);
  return `${protocol}//${host}${pathname}`;
}
