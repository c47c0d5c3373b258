import pg from "pg";
import { afterAll, expect, test } from "vitest";
import { invite } from "@/lib/invitations/mutations";
import { audit } from "@/lib/platform/audit";
import { withTenant } from "@/lib/platform/db";
import { proveScope, systemScope } from "@/lib/platform/scope";
import { changeWorkspace, createWorkspace, removeWorkspace, renameWorkspace } from "@/lib/workspaces/mutations";
import { changeSettings, readSettings } from "@/lib/workspaces/settings";
import { testDatabase } from "@/tests/support/database";
import { peopled, systemOf } from "@/tests/support/people";

process.env.NEXTAUTH_SECRET = "a secret for the tests alone, 40 letters";
const { adminUrl } = await testDatabase();
const admin = new pg.Client({ connectionString: adminUrl });
await admin.connect();
afterAll(() => admin.end());

const ACCOUNT = "INSERT INTO app.account (workspace_id, source, external_id, name) VALUES ($1::uuid, 'csv', 'a-1', 'One') RETURNING 1";

test("the currency and the zone change until there are records, the name always", async () => {
  const [owner] = await peopled("young", ["owner"]);
  await withTenant(owner, ({ sql }) => changeWorkspace(sql, owner, { name: "Young", currency: "EUR", timeZone: "Asia/Kathmandu" }));
  const changed = await systemOf("young");
  expect(changed).toMatchObject({ name: "Young", currency: "EUR", timeZone: "Asia/Kathmandu" });
  await withTenant(changed, ({ sql }) => sql(ACCOUNT, [changed.workspaceId]));
  await expect(
    withTenant(changed, ({ sql }) => changeWorkspace(sql, changed, { name: "Old", currency: "USD", timeZone: "Asia/Kathmandu" })),
  ).rejects.toThrow("fixed once there are records");
  await withTenant(changed, ({ sql }) => changeWorkspace(sql, changed, { name: "Older", currency: "EUR", timeZone: "Asia/Kathmandu" }));
  expect(await systemOf("young")).toMatchObject({ name: "Older", currency: "EUR" });
});

test("the command line changes what is given and leaves the rest", async () => {
  const [owner] = await peopled("fresh", ["owner"]);
  await renameWorkspace(owner, { name: undefined, currency: "chf", timeZone: undefined });
  expect(await systemOf("fresh")).toMatchObject({ name: owner.name, currency: "CHF", timeZone: owner.timeZone });
  await expect(renameWorkspace(owner, { name: undefined, currency: undefined, timeZone: "Mars/Phobos" })).rejects.toThrow(
    "not a time zone",
  );
});

test("removing a workspace leaves nothing of it, and every other as it was", async () => {
  const [gone] = await peopled("gone", ["owner", "csm"]);
  const [kept] = await peopled("kept", ["owner"]);
  for (const scope of [gone, kept]) {
    await withTenant(scope, async ({ sql }) => {
      await sql(ACCOUNT, [scope.workspaceId]);
      await invite(sql, scope, { email: "new@example.com", role: "csm" });
      await audit(sql, scope, "test", { words: "kept or gone" });
    });
  }
  await removeWorkspace(gone);
  expect(await systemScope("gone", "test")).toBeNull();
  expect(await proveScope("gone", gone.actor)).toBeNull();
  const { rows: tables } = await admin.query(
    "SELECT relname FROM pg_class WHERE relnamespace = 'app'::regnamespace AND relkind = 'r' AND relname <> 'workspace'",
  );
  for (const { relname } of [...tables, { relname: "identity.token" }]) {
    const table = relname.includes(".") ? relname : `app.${relname}`;
    const { rowCount } = await admin.query(`SELECT 1 FROM ${table} WHERE workspace_id = $1`, [gone.workspaceId]);
    expect(`${table} ${rowCount}`).toBe(`${table} 0`);
  }
  expect(await proveScope("kept", kept.actor)).not.toBeNull();
  expect((await admin.query("SELECT 1 FROM app.account WHERE workspace_id = $1", [kept.workspaceId])).rowCount).toBe(1);
});

test("settings keep what differs from the default and nothing else", async () => {
  const [owner] = await peopled("counting", ["owner"]);
  expect(await changeSettings(owner, { renewal_grace_days: "45", gross_margin_pct: "80.5" })).toMatchObject({
    renewal_grace_days: 45,
    gross_margin_pct: 80.5,
  });
  await changeSettings(owner, { renewal_grace_days: "30" });
  const { rows } = await admin.query("SELECT key, value FROM app.setting WHERE workspace_id = $1", [owner.workspaceId]);
  expect(rows).toEqual([{ key: "gross_margin_pct", value: "80.5" }]);
  await expect(async () => changeSettings(owner, { min_uses: "5", colour: "blue" })).rejects.toThrow('no setting "colour"');
  expect((await withTenant(owner, ({ sql }) => readSettings(sql, owner), "read")).min_uses).toBe(1);
});

test.each([
  [{ slug: "Big", name: "Big" }, /small letters/],
  [{ slug: "-x", name: "X" }, /begins and ends/],
  [{ slug: "x", name: " " }, /needs a name/],
  [{ slug: "x", name: "X", currency: "XYZ" }, /not a currency/],
  [{ slug: "x", name: "X", timeZone: "Mars/Olympus" }, /not a time zone/],
  [{ slug: "x", name: "X", timeZone: "+02:00" }, /not a time zone/],
])("%j is refused with a sentence", async (given, sentence) => {
  await expect(createWorkspace(given)).rejects.toThrow(sentence);
});

test("an address is taken once", async () => {
  const results = await Promise.allSettled(Array.from({ length: 10 }, () => createWorkspace({ slug: "wanted", name: "Wanted" })));
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
});
