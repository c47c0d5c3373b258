import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { withTenant, withTenantConnection } from "@/lib/platform/db";
import { identity } from "@/lib/platform/identity";
import { closePool, pool } from "@/lib/platform/pool";
import { type Scope, systemScope } from "@/lib/platform/scope";
import { randomOf } from "@/prisma/seed/random";
import { testDatabase } from "@/tests/support/database";

const TRANSACTIONS = 10_000;
const AT_ONCE = 25;
const TENANTS = ["one", "two", "three", "four"];
const SEED = process.env.SEED ?? "pool";

let admin: pg.Pool;
const scopes: Scope[] = [];

beforeAll(async () => {
  admin = new pg.Pool({ connectionString: (await testDatabase()).adminUrl, max: 2 });
  // Five connections for twenty-five at once, so that each is handed from tenant to tenant all the time.
  Object.assign(pool().options, { max: 5, connectionTimeoutMillis: 30_000 });
  for (const slug of TENANTS) {
    await identity("create_workspace", [slug, slug, "USD", "UTC", false, null]);
    const scope = await systemScope(slug, "test");
    if (!scope) throw new Error("no workspace");
    scopes.push(scope);
    await withTenant(scope, ({ sql }) =>
      sql(
        "INSERT INTO app.account (workspace_id, source, external_id, name) SELECT $1::uuid, 'test', n::text, $2 FROM generate_series(1, 3) n",
        [scope.workspaceId, slug],
      ),
    );
  }
});

afterAll(async () => {
  await closePool();
  await admin.end();
});

const OUTCOMES = [
  ["ends well", 76],
  ["throws", 16],
  ["is too slow", 6],
  ["loses its connection", 2],
] as const;
type Outcome = (typeof OUTCOMES)[number][0];

test(`${TRANSACTIONS} transactions of four tenants on five connections never see each other (SEED=${SEED})`, {
  timeout: 300_000,
}, async () => {
  const random = randomOf(SEED);
  const wrong: string[] = [];
  const seen: Record<string, number> = {};
  let left = TRANSACTIONS;

  async function work(): Promise<void> {
    while (left > 0) {
      left -= 1;
      const scope = random.pick(scopes);
      const outcome = random.weighted<Outcome>(OUTCOMES);
      const through = random.chance(0.5) ? withTenant : withTenantConnection;
      const ended = await through(scope, ({ sql }) => once(sql, scope, outcome, wrong)).then(
        () => "ends well",
        () => outcome,
      );
      seen[ended] = (seen[ended] ?? 0) + 1;
      if (ended !== outcome) wrong.push(`${outcome} came out as ${ended}`);
      if (random.chance(0.2)) await nobody(wrong);
    }
  }

  await Promise.all(Array.from({ length: AT_ONCE }, work));
  expect(wrong).toEqual([]);
  expect(Object.keys(seen).sort()).toEqual(OUTCOMES.map(([name]) => name).sort());
});

type Run = Parameters<Parameters<typeof withTenant>[1]>[0]["sql"];

async function once(sql: Run, scope: Scope, outcome: Outcome, wrong: string[]): Promise<void> {
  const rows = await sql<{ workspace_id: string; pid: number }>("SELECT workspace_id::text, pg_backend_pid() AS pid FROM app.account");
  if (rows.length !== 3 || rows.some(({ workspace_id }) => workspace_id !== scope.workspaceId))
    wrong.push(`${scope.slug} saw ${JSON.stringify(rows)}`);
  if (outcome === "throws") throw new Error("on purpose");
  if (outcome === "is too slow") {
    await sql("SET LOCAL statement_timeout = '2ms'");
    await sql("SELECT pg_sleep(1)::text");
  }
  if (outcome === "loses its connection") {
    await admin.query("SELECT pg_terminate_backend($1, 1000)", [rows[0]?.pid]);
    await sql("SELECT 1 AS one");
  }
}

/** A connection as it comes back to the pool belongs to nobody. */
async function nobody(wrong: string[]): Promise<void> {
  const { rows } = await pool().query<{ tenant: string | null; n: number }>(
    "SELECT app.tenant() AS tenant, (SELECT count(*)::int FROM app.account) AS n",
  );
  if (rows[0]?.tenant !== null || rows[0].n !== 0) wrong.push(`a returned connection was ${JSON.stringify(rows)}`);
}
