import { readInputs } from "@/lib/health/inputs";
import { MEASURES } from "@/lib/health/registry";
import type { Day } from "@/lib/kernel/period";
import { refresh } from "@/lib/ledger/refresh";
import { withTenantConnection } from "@/lib/platform/db";
import type { Scope } from "@/lib/platform/scope";

/** What a measure says of one account at the end of a local day, and how many days old that is; null where it says nothing. */
export async function measured(scope: Scope, id: string, day: Day, account = "a"): Promise<[value: number, age: number | null] | null> {
  await refresh(scope);
  return withTenantConnection(scope, async ({ sql }) => {
    const [row] = await sql<{ id: string }>("SELECT id::text FROM app.account WHERE external_id = $1", [account]);
    const found = await readInputs(sql, { accounts: null, days: [day], timeZone: scope.timeZone });
    const inputs = found.find(({ accountId }) => accountId === row?.id);
    const place = MEASURES.findIndex(({ face }) => face.id === id);
    const value = inputs?.inputs[place] ?? null;
    return value === null ? null : [value, inputs?.ages[place] ?? null];
  });
}

/** Keeps a call (two-way), a mail (not) or a note with an account, at an instant. */
export async function touched(scope: Scope, type: "call" | "mail" | "note", at: string, account = "a"): Promise<void> {
  await withTenantConnection(scope, ({ sql }) =>
    sql(
      `INSERT INTO app.touchpoint (workspace_id, account_id, type, two_way, at, author)
       SELECT workspace_id, id, $1, $1 = 'call', $2::timestamptz, 'csm@ours.test' FROM app.account WHERE external_id = $3`,
      [type, at, account],
    ),
  );
}

/** Keeps how somebody felt about an account at an instant. */
export async function felt(scope: Scope, rating: number, at: string, account = "a"): Promise<void> {
  await withTenantConnection(scope, ({ sql }) =>
    sql(
      `INSERT INTO app.pulse (workspace_id, account_id, rating, at, author)
       SELECT workspace_id, id, $1::int, $2::timestamptz, 'csm@ours.test' FROM app.account WHERE external_id = $3`,
      [rating, at, account],
    ),
  );
}
