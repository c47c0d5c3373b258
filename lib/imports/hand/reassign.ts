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
    await rememberFirst(sql, id);
    await saveRecord(sql, scope, { kind: "accounts", id, version: stored.version }, { ownerEmail: member.email });
    moved += 1;
    if (moveTasks && typeof was === "string") tasks += await handOver(sql, { account: id, was, to });
  }
  return { accounts: moved, tasks };
}

// An account that no import brought may have no past; what it is now is then what it always was.
async function rememberFirst(sql: Sql, account: string): Promise<void> {
  await sql(
    `INSERT INTO app.account_version (workspace_id, account_id, from_at, segment, plan, industry, region, country, owner_email, stage)
     SELECT workspace_id, id, '-infinity', segment, plan, industry, region, country, owner_email, stage FROM app.account a
     WHERE id = $1::uuid AND NOT EXISTS (SELECT FROM app.account_version v WHERE v.account_id = a.id) RETURNING 1`,
    [account],
  );
}

async function handOver(sql: Sql, { account, was, to }: { account: string; was: string; to: string }): Promise<number> {
  const moved = await sql(
    `UPDATE app.task SET owner_id = $3::uuid, version = version + 1, updated_at = now()
     WHERE account_id = $1::uuid AND status = 'open' AND owner_id = (SELECT id FROM app.member WHERE email = $2) RETURNING 1`,
    [account, was, to],
  );
  return moved.length;
}
