import { createHash, randomBytes } from "node:crypto";
import type { Sql } from "@/lib/platform/db";
import { identity } from "@/lib/platform/identity";
import type { Scope } from "@/lib/platform/scope";

export type TokenPurpose = "invitation" | "reset";

export type Resolved = { readonly slug: string; readonly subjectId: string };

type NewToken = { purpose: TokenPurpose; subjectId: string; expiresAt: Date };

/** Makes a secret for one purpose and one subject and keeps its SHA-256 alone: what is returned here is shown once and can never be read again. */
export async function issueToken(sql: Sql, scope: Scope, { purpose, subjectId, expiresAt }: NewToken): Promise<string> {
  const secret = randomBytes(32).toString("base64url");
  await sql("SELECT 1 FROM identity.put_token($1::bytea, $2::uuid, $3, $4::uuid, $5::timestamptz)", [
    hashed(secret),
    scope.workspaceId,
    purpose,
    subjectId,
    expiresAt.toISOString(),
  ]);
  return secret;
}

/** The same for a person, in no workspace's name. */
export async function issuePersonToken({ purpose, subjectId, expiresAt }: NewToken): Promise<string> {
  const secret = randomBytes(32).toString("base64url");
  await identity("put_token", [hashed(secret), null, purpose, subjectId, expiresAt.toISOString()]);
  return secret;
}

/** What a secret opens, without spending it; null where it is unknown, spent, too old or for another purpose. */
export async function resolveToken(secret: string, purpose: TokenPurpose): Promise<Resolved | null> {
  const digest = digestOf(secret);
  const [row] = digest ? await identity<{ slug: string; subject_id: string }>("resolve_token", [digest, purpose]) : [];
  return row ? { slug: row.slug, subjectId: row.subject_id } : null;
}

/** Spends a secret in the caller's transaction: of many at once, one gets the subject and the others null. */
export async function spendToken(sql: Sql, secret: string, purpose: TokenPurpose): Promise<string | null> {
  const digest = digestOf(secret);
  if (!digest) return null;
  const [row] = await sql<{ subject_id: string }>("SELECT subject_id::text FROM identity.spend_token($1::bytea, $2)", [digest, purpose]);
  return row?.subject_id ?? null;
}

export async function dropTokens(sql: Sql, purpose: TokenPurpose, subjectId: string): Promise<void> {
  await sql("SELECT 1 FROM identity.drop_tokens($1, $2::uuid)", [purpose, subjectId]);
}

/** What a secret is known by; null for what cannot be one. */
export function digestOf(secret: string): Buffer | null {
  return /^[A-Za-z0-9_-]{43}$/.test(secret) ? hashed(secret) : null;
}

function hashed(secret: string): Buffer {
  return createHash("sha256").update(secret).digest();
}
