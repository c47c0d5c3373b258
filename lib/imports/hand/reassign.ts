import { saveRecord } from "@/lib/imports/hand/save";
import { findStored } from "@/lib/imports/hand/stored";
import type { Sql } from "@/lib/platform/db";
import { refuse } from "@/lib/platform/failure";
import type { Scope } from "@/lib/platform/scope";

export type Reassigned = { readonly accounts: number; readonly tasks: number };

/**
 * Gives accounts to a member, each as if their owner were edited by hand: its history keeps who had it until when. With `moveTasks` the open tasks
 * that the owner until now has on them go along; those of others stay where they are.
 */
export async function reassign(
  sql: Sql,
  scope: Scope,
  { accounts, to, moveTasks }: { accounts: readonly string[]; to: string; moveTasks: boolean },
): Promise<Reassigned> {
  const [member] = await sql<{ email: string }>("SELECT email FROM app.member WHERE id = $1::uuid", [to]);
  if (!member)
    refuse("Whom these accounts were given to is no member of this workspace any more. Nothing was changed; choose somebody else.");
  let moved = 0;
  let tasks = 0;
  for (const id of [...accounts].sort()) {
    const stored = await findStored(sql, "accounts", id, "held");
    if (!stored) refuse("One of these accounts is not there any more. Nothing was changed; reload to see those that are.");
    const was = stored.values.ownerEmail;
    if (was === member.email) continue;
    await saveRecord(sql, scope, { kind: "accounts", id, version: stored.version }, { ownerEmail: member.email });
    moved += 1;
    if (moveTasks && typeof was === "string") tasks += await handOver(sql, { account: id, was, to });
  }
  return { accounts: moved, tasks };
}

async function handOver(sql: Sql, { account, was, to }: { account: string; was: string; to: string }): Promise<number> {
  const moved = await sql(
    `UPDATE app.task SET owner_id = $3::uuid, version = version + 1, updated_at = now()
     WHERE account_id = $1::uuid AND status = 'open' AND owner_id = (SELECT id FROM app.member WHERE email = $2) RETURNING 1`,
    [account, was, to],
  );
  return moved.length;
}
