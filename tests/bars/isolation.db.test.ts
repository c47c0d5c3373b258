import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { testDatabase } from "@/tests/support/database";
import { insertion, plant, type Row, rowFor, type Table, tables } from "./generic-rows";

const [OURS, THEIRS] = [randomUUID(), randomUUID()];

let admin: pg.Client;
let app: pg.Client;
let all: Table[];
let ours: Map<string, Row>;
let theirs: Map<string, Row>;
const may = new Set<string>();

beforeAll(async () => {
  const urls = await testDatabase();
  admin = new pg.Client({ connectionString: urls.adminUrl });
  app = new pg.Client({ connectionString: urls.appUrl });
  await Promise.all([admin.connect(), app.connect()]);
  all = await tables(admin);
  ours = await plant(admin, all, OURS, "OURS-000000000001");
  theirs = await plant(admin, all, THEIRS, "CNRYB-00000000002");
  const { rows } = await admin.query<{ granted: string }>(
    `SELECT c.relname || ' ' || p AS granted FROM pg_class c, unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE']) p
     WHERE c.relnamespace = 'app'::regnamespace AND c.relkind = 'r' AND has_table_privilege('bellwether_app', c.oid, p)`,
  );
  for (const { granted } of rows) may.add(granted);
});

afterAll(() => Promise.all([admin.end(), app.end()]));

type Outcome = { rows: Row[]; count: number } | { refused: string };

/** What a statement of the app's role does under a tenant; nothing of it stays. */
async function tried(tenant: string | null, text: string, values: unknown[] = []): Promise<Outcome> {
  await app.query("BEGIN");
  try {
    if (tenant) await app.query(`SET LOCAL app.workspace_id = '${tenant}'`);
    const { rows, rowCount } = await app.query<Row>(text, values);
    return { rows, count: rowCount ?? 0 };
  } catch (error) {
    return { refused: error instanceof pg.DatabaseError ? (error.code ?? "") : String(error) };
  } finally {
    await app.query("ROLLBACK");
  }
}

const untouched = (outcome: Outcome) => ("refused" in outcome ? outcome.refused === "42501" : outcome.count === 0);
const tenantOf = (table: Table) => (table.name === "workspace" ? "id" : "workspace_id");

async function everyRowOfTheirs(): Promise<string[]> {
  const hashes: string[] = [];
  for (const table of all) {
    const { rows } = await admin.query<{ hash: string }>(
      `SELECT coalesce(md5(string_agg(t::text, '|' ORDER BY t::text)), '') AS hash FROM app.${table.name} t WHERE ${tenantOf(table)} = $1`,
      [THEIRS],
    );
    hashes.push(rows[0]?.hash ?? "");
  }
  return hashes;
}

test("both tenants have a row in every table", () => {
  expect(all.length).toBeGreaterThan(20);
  for (const { name } of all) expect([name, ours.has(name), theirs.has(name)]).toEqual([name, true, true]);
});

describe("without a tenant", () => {
  test.each(["SELECT", "UPDATE", "DELETE", "INSERT"] as const)("%s finds nothing, in every table", async (verb) => {
    for (const table of all) {
      const key = tenantOf(table);
      const fresh = insertion(table.name, rowFor(table, randomUUID(), "NONE-000000000003", ours));
      const outcome = await {
        SELECT: () => tried(null, `SELECT * FROM app.${table.name}`),
        UPDATE: () => tried(null, `UPDATE app.${table.name} SET ${key} = ${key}`),
        DELETE: () => tried(null, `DELETE FROM app.${table.name}`),
        INSERT: () => tried(null, fresh.text, fresh.values),
      }[verb]();
      expect([table.name, untouched(outcome)]).toEqual([table.name, true]);
    }
  });
});

describe("one tenant and the other's rows", () => {
  test("are not read", async () => {
    for (const table of all) {
      expect([table.name, await tried(OURS, `SELECT * FROM app.${table.name} WHERE ${tenantOf(table)} = $1`, [THEIRS])]).toEqual([
        table.name,
        { rows: [], count: 0 },
      ]);
    }
  });

  test("are not changed and not removed", async () => {
    for (const table of all) {
      const key = tenantOf(table);
      for (const verb of [`UPDATE app.${table.name} SET ${key} = ${key}`, `DELETE FROM app.${table.name}`]) {
        expect([verb, untouched(await tried(OURS, `${verb} WHERE ${key} = $1`, [THEIRS]))]).toEqual([verb, true]);
      }
    }
  });

  test("are not added to", async () => {
    for (const table of all.filter(({ name }) => may.has(`${name} INSERT`))) {
      const { text, values } = insertion(table.name, rowFor(table, THEIRS, "MORE-000000000003", theirs));
      expect([table.name, await tried(OURS, text, values)]).toEqual([table.name, { refused: "42501" }]);
    }
  });

  test("an own row does not become theirs", async () => {
    for (const table of all) {
      const key = tenantOf(table);
      expect([table.name, await tried(OURS, `UPDATE app.${table.name} SET ${key} = $1`, [THEIRS])]).toEqual([
        table.name,
        { refused: "42501" },
      ]);
    }
  });

  test("an own child does not hang on their parent", async () => {
    let keys = 0;
    for (const table of all) {
      for (const { to, columns, others } of table.references.filter((each) => each.to !== "workspace")) {
        const child = rowFor(table, OURS, "KIDS-000000000003", ours);
        for (const [index, column] of columns.entries())
          if (column !== "workspace_id") child[column] = theirs.get(to)?.[others[index] ?? ""];
        const { text, values } = insertion(table.name, child);
        expect([table.name, to, await tried(OURS, text, values)]).toEqual([table.name, to, { refused: "23503" }]);
        keys += 1;
      }
    }
    expect(keys).toBeGreaterThan(9); // the guard is that there are keys to try at all
  });

  test("and after all of it nothing of theirs had changed", async () => {
    const before = await everyRowOfTheirs();
    for (const { name } of all) await tried(OURS, `DELETE FROM app.${name}`);
    expect(before).not.toContain("");
    expect(await everyRowOfTheirs()).toEqual(before);
  });
});

describe("one tenant and its own rows", () => {
  test("are read, added, changed and removed wherever the app may", async () => {
    for (const table of all) {
      const key = tenantOf(table);
      const fresh = insertion(table.name, rowFor(table, OURS, "OWNN-000000000003", ours));
      const single = ["workspace", "derivation", "health_derivation"].includes(table.name);
      const trials = {
        SELECT: () => tried(OURS, `SELECT * FROM app.${table.name}`),
        UPDATE: () => tried(OURS, `UPDATE app.${table.name} SET ${key} = ${key}`),
        DELETE: () => tried(OURS, `DELETE FROM app.${table.name}`),
        INSERT: () => tried(OURS, fresh.text, fresh.values),
      };
      for (const [verb, trial] of Object.entries(trials)) {
        if (verb === "INSERT" && single) continue;
        const outcome = await trial();
        const expected = may.has(`${table.name} ${verb}`) ? { count: 1 } : { refused: "42501" };
        expect([table.name, verb, outcome]).toEqual([table.name, verb, expect.objectContaining(expected)]);
      }
    }
  });
});
