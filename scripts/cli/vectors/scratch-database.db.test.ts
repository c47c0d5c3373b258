import { afterAll, afterEach, expect, test } from "vitest";
import { identity } from "@/lib/platform/identity";
import { closePool, pool } from "@/lib/platform/pool";
import { testDatabase } from "@/tests/support/database";
import { inScratchDatabase } from "./scratch-database";

const { adminUrl, appUrl } = await testDatabase();
const own = new URL(appUrl).pathname.slice(1);

afterEach(() => {
  delete process.env.BELLWETHER_ADMIN_URL;
});
afterAll(closePool);

async function there() {
  const said: string[] = [];
  const out = { json: () => {}, line: () => {}, say: (text: string) => said.push(text) };
  const name = await inScratchDatabase(out, async () => {
    await identity("create_workspace", ["acme", "Acme", "USD", "UTC", false, null]);
    return databaseName();
  });
  return { name, said };
}

async function databaseName(): Promise<string> {
  const { rows } = await pool().query<{ name: string }>("SELECT current_database() AS name");
  return rows[0]?.name ?? "";
}

async function scratchDatabases(): Promise<unknown[]> {
  return (await pool().query("SELECT datname FROM pg_database WHERE starts_with(datname, 'bellwether_scratch_')")).rows;
}

test("vectors are read in a database of their own, which is gone afterwards", async () => {
  process.env.BELLWETHER_ADMIN_URL = adminUrl;
  const { name, said } = await there();
  expect(name).toMatch(/^bellwether_scratch_/);
  expect(said).toEqual([]);
  expect(await scratchDatabases()).not.toContainEqual({ datname: name });
  expect(await databaseName()).toBe(own);
  expect(await identity("workspaces", [])).toEqual([]);
});

test("a database is gone too where the work failed", async () => {
  process.env.BELLWETHER_ADMIN_URL = adminUrl;
  let name = "";
  const failing = inScratchDatabase({ json: () => {}, line: () => {}, say: () => {} }, async () => {
    name = await databaseName();
    throw new Error("no luck");
  });
  await expect(failing).rejects.toThrow("no luck");
  expect(await scratchDatabases()).not.toContainEqual({ datname: name });
});

test.each([undefined, appUrl])("where none may be made they are read in the installation's own, and that is said", async (url) => {
  if (url !== undefined) process.env.BELLWETHER_ADMIN_URL = url;
  const { name, said } = await there();
  expect(name).toBe(own);
  expect(said).toEqual([
    "The database user may not make a database, so the vectors are read in workspaces of this one, each removed after its reading.",
  ]);
  for (const { workspace_id } of await identity<{ workspace_id: string }>("workspaces", []))
    await identity("remove_workspace", [workspace_id]);
});
