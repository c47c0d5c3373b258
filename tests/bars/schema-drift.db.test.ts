import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { withTenant } from "@/lib/platform/db";
import { Prisma } from "@/lib/platform/generated/client";
import { identity } from "@/lib/platform/identity";
import { closePool } from "@/lib/platform/pool";
import { type Scope, systemScope } from "@/lib/platform/scope";
import { testDatabase } from "@/tests/support/database";
import { plant, type Table, tables } from "./generic-rows";

const SLUG = "s-000000000001";

let admin: pg.Client;
let all: Table[];
let scope: Scope;

beforeAll(async () => {
  admin = new pg.Client({ connectionString: (await testDatabase()).adminUrl });
  await admin.connect();
  all = await tables(admin);
  const made = await plant(admin, all, "11111111-1111-4111-8111-111111111111", `DRIFT-${SLUG.slice(2)}`);
  expect(made.get("workspace")?.slug).toBe(SLUG);
  const found = await systemScope((await identity<{ slug: string }>("workspaces", []))[0]?.slug ?? "", "test");
  if (!found) throw new Error("no workspace");
  scope = found;
});

afterAll(async () => {
  await admin.end();
  await closePool();
});

const camel = (name: string) => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
const modelOf = (table: string) => camel(`_${table}`);

test("every table has a model, and every model a table", () => {
  expect(Object.keys(Prisma.ModelName).sort()).toEqual(all.map(({ name }) => modelOf(name)).sort());
});

test("every model's row has exactly the columns of its table", async () => {
  for (const { name, columns } of all) {
    const row = await withTenant(scope, ({ db }) => firstOf(db, camel(name)), "read");
    expect([name, Object.keys(row).sort()]).toEqual([name, columns.map((column) => camel(column.name)).sort()]);
  }
});

/** The first row of a model that is only known by its name. */
async function firstOf(db: Prisma.TransactionClient, model: string): Promise<Record<string, unknown>> {
  const delegate: unknown = Reflect.get(db, model);
  if (typeof delegate !== "object" || delegate === null) throw new Error(`no model ${model}`);
  const findFirst: unknown = Reflect.get(delegate, "findFirst");
  if (typeof findFirst !== "function") throw new Error(`no model ${model}`);
  const row: unknown = await Reflect.apply(findFirst, delegate, []);
  if (typeof row !== "object" || row === null) throw new Error(`no row of ${model}`);
  return { ...row };
}
