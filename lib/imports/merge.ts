import { accounts } from "@/lib/imports/kinds/accounts";
import { holdRecords } from "@/lib/imports/locks";
import { childrenOf } from "@/lib/imports/remove";
import { doubledSql, workMoves } from "@/lib/imports/work";
import { audit } from "@/lib/platform/audit";
import { type Sql, withTenantConnection } from "@/lib/platform/db";
import { enqueueRefresh } from "@/lib/platform/jobs";
import { plain } from "@/lib/platform/record";
import type { Scope } from "@/lib/platform/scope";

type Account = { id: string; source: string; external_id: string };

/** Makes two accounts one: everything of `from` moves to `into`, past periods included, and whoever names `from` later means `into`. */
export function mergeAccounts(
  scope: Scope,
  given: { from: string; into: string; source?: string | undefined },
): Promise<{ deleted: number; moved: Record<string, number> }> {
  return withTenantConnection(scope, async ({ sql }) => {
    await holdRecords(sql, scope);
    const [from, into] = [await oneAccount(sql, scope, given.from, given.source), await oneAccount(sql, scope, given.into, given.source)];
    if (from.id === into.id) throw new Error(`${given.from} and ${given.into} are one account already; nothing was changed.`);
    const both = [scope.workspaceId, from.id, into.id];
    const moved: Record<string, number> = {};
    for (const { child, column } of childrenOf(accounts)) {
      if (child.identity.includes(column)) await sql(doubledSql({ table: child.table, column, identity: child.identity }), both);
      const rows = await sql(
        `UPDATE app.${child.table} SET ${column} = $3, updated_at = now() WHERE workspace_id = $1 AND ${column} = $2 RETURNING 1`,
        both,
      );
      if (rows.length > 0) moved[child.name] = rows.length;
      // What an undo would bring back must not bring back the account that is gone.
      await sql(
        `UPDATE app.import_change SET before = jsonb_set(before, '{${column}}', to_jsonb($3::text)) WHERE workspace_id = $1 AND before ->> '${column}' = $2::text`,
        both,
      );
    }
    for (const { name, statements } of workMoves()) {
      let rows: unknown[] = [];
      for (const statement of statements) rows = await sql(statement, both);
      if (name !== null && rows.length > 0) moved[name] = rows.length;
    }
    await sql("UPDATE app.account_alias SET account_id = $3 WHERE workspace_id = $1 AND account_id = $2", both);
    await sql("INSERT INTO app.account_alias (workspace_id, source, external_id, account_id) VALUES ($1, $2, $3, $4)", [
      scope.workspaceId,
      from.source,
      from.external_id,
      into.id,
    ]);
    await sql("DELETE FROM app.account WHERE workspace_id = $1 AND id = $2", [scope.workspaceId, from.id]);
    await enqueueRefresh(scope, sql);
    await audit(sql, scope, "accounts.merge", { from: from.external_id, into: into.external_id, ...moved });
    return { deleted: 1, moved };
  });
}

async function oneAccount(sql: Sql, scope: Scope, externalId: string, source: string | undefined): Promise<Account> {
  const found = await sql<Account>(
    "SELECT id::text AS id, source, external_id FROM app.account WHERE workspace_id = $1 AND external_id = $2 AND ($3::text IS NULL OR source = $3)",
    [scope.workspaceId, plain(externalId), source ?? null],
  );
  const [account] = found;
  if (!account) throw new Error(`There is no account called ${externalId}; nothing was changed.`);
  if (found.length > 1)
    throw new Error(
      `More than one account is called ${externalId}, in ${found.map((one) => one.source).join(" and ")}; name one with --source. Nothing was changed.`,
    );
  return account;
}
