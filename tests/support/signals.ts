import type { Scope } from "@/lib/platform/scope";
import { rowsOf } from "@/tests/support/import";

/** Every spell of a workspace, as `account kind reason: from..last until`. */
export async function spellsIn(scope: Scope): Promise<string[]> {
  const rows = await rowsOf<{ told: string }>(
    scope,
    `SELECT a.external_id || ' ' || s.kind || ' ' || s.reason || ': ' || s.from_day || '..' || s.last_day || ' ' || coalesce(s.until_day::text, 'open') || ' ' || s.strength || ' ' || s.detail AS told
     FROM app.signal s JOIN app.account a ON a.id = s.account_id ORDER BY 1`,
  );
  return rows.map(({ told }) => told);
}

/** The spells of one account and kind: reason, first day, last day and end. */
export function spellsFor(scope: Scope, account: string, kind: string): Promise<(string | null)[][]> {
  return rowsOf<{ told: (string | null)[] }>(
    scope,
    `SELECT ARRAY[s.reason, s.from_day::text, s.last_day::text, s.until_day::text] AS told FROM app.signal s JOIN app.account a ON a.id = s.account_id
     WHERE a.external_id = $1 AND s.kind = $2 ORDER BY s.from_day, s.reason`,
    [account, kind],
  ).then((rows) => rows.map(({ told }) => told));
}
