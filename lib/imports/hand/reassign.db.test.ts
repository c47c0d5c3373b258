import { beforeAll, expect, test } from "vitest";
import { reassign } from "@/lib/imports/hand/reassign";
import { loadRecords } from "@/lib/imports/load";
import { withTenant } from "@/lib/platform/db";
import type { MemberScope } from "@/lib/platform/scope";
import { testDatabase } from "@/tests/support/database";
import { rowsOf } from "@/tests/support/import";
import { joined, peopled } from "@/tests/support/people";

await testDatabase();

let manager: MemberScope;
let ada: MemberScope;
let bob: MemberScope;

beforeAll(async () => {
  [manager] = await peopled("reassign", ["manager"]);
  ada = await joined("reassign", "ada@reassign.test", "csm");
  bob = await joined("reassign", "bob@reassign.test", "csm");
  const owned = (externalId: string, ownerEmail?: string) => ({ externalId, name: externalId, ...(ownerEmail && { ownerEmail }) });
  await loadRecords(manager, "accounts", "crm", [owned("A-1", ada.actor.email), owned("A-2", ada.actor.email), owned("A-3")]);
  await withTenant(manager, ({ sql }) =>
    sql(
      `INSERT INTO app.task (workspace_id, account_id, owner_id, title, type, reason, due_on, author, status, closed_at)
       SELECT $1::uuid, a.id, t.owner::uuid, t.reason, 'risk', t.reason, '2026-12-01', 'x', t.status, CASE WHEN t.status = 'done' THEN now() END
       FROM app.account a CROSS JOIN (VALUES ($2, 'usage', 'open'), ($3, 'payment', 'open'), ($2, 'champion', 'done')) AS t(owner, reason, status)
       WHERE a.external_id IN ('A-1', 'A-2') RETURNING 1`,
      [manager.workspaceId, ada.actor.memberId, manager.actor.memberId],
    ),
  );
});

const idsOf = async (...names: string[]) =>
  (await rowsOf<{ id: string }>(manager, "SELECT id::text FROM app.account WHERE external_id = ANY($1::text[])", [names])).map(
    ({ id }) => id,
  );

const give = (accounts: readonly string[], to: string, moveTasks = false) =>
  withTenant(manager, ({ sql }) => reassign(sql, manager, { accounts, to, moveTasks }));

const tasksOf = (name: string) =>
  rowsOf<{ reason: string; owner: string }>(
    manager,
    `SELECT t.reason, m.email AS owner FROM app.task t JOIN app.account a ON a.id = t.account_id JOIN app.member m ON m.id = t.owner_id
     WHERE a.external_id = $1 ORDER BY t.reason`,
    [name],
  );

test("accounts change hands, their history keeps who had them, and each stands in the audit", async () => {
  const accounts = await idsOf("A-1", "A-3");
  expect(await give(accounts, bob.actor.memberId)).toEqual({ accounts: 2, tasks: 0 });
  const held = await rowsOf(
    manager,
    `SELECT a.external_id AS name, v.owner_email AS owner FROM app.account_version v JOIN app.account a ON a.id = v.account_id
     WHERE a.external_id IN ('A-1', 'A-3') ORDER BY 1, v.from_at`,
  );
  expect(held).toEqual([
    { name: "A-1", owner: "ada@reassign.test" },
    { name: "A-1", owner: "bob@reassign.test" },
    { name: "A-3", owner: null },
    { name: "A-3", owner: "bob@reassign.test" },
  ]);
  const audit = await rowsOf<{ detail: { externalId: string; changes: string[] } }>(
    manager,
    "SELECT detail FROM app.audit WHERE action = 'records.change' ORDER BY detail ->> 'externalId'",
  );
  expect(audit.map(({ detail }) => [detail.externalId, detail.changes])).toEqual([
    ["A-1", ["Owner: ada@reassign.test to bob@reassign.test"]],
    ["A-3", ["Owner: nothing to bob@reassign.test"]],
  ]);
  expect(await tasksOf("A-1")).toContainEqual({ reason: "usage", owner: "ada@reassign.test" }); // nobody asked for them
});

test("the open tasks of who had them go along where that is asked; closed ones and those of others stay", async () => {
  expect(await give(await idsOf("A-2"), bob.actor.memberId, true)).toEqual({ accounts: 1, tasks: 1 });
  expect(await tasksOf("A-2")).toEqual([
    { reason: "champion", owner: "ada@reassign.test" },
    { reason: "payment", owner: manager.actor.email },
    { reason: "usage", owner: "bob@reassign.test" },
  ]);
});

test("whoever has an account already keeps it, and nothing is written", async () => {
  expect(await give(await idsOf("A-1", "A-2"), bob.actor.memberId, true)).toEqual({ accounts: 0, tasks: 0 });
});

test("an account of whose past nothing was written down changes hands too, and what it was until now is kept", async () => {
  await withTenant(manager, ({ sql }) =>
    sql(
      "INSERT INTO app.account (workspace_id, source, external_id, name, owner_email) VALUES ($1::uuid, 'crm', 'A-4', 'A-4', $2) RETURNING 1",
      [manager.workspaceId, ada.actor.email],
    ),
  );
  expect(await give(await idsOf("A-4"), bob.actor.memberId)).toEqual({ accounts: 1, tasks: 0 });
  const held = await rowsOf(
    manager,
    `SELECT v.owner_email AS owner, v.from_at = '-infinity' AS ever FROM app.account_version v JOIN app.account a ON a.id = v.account_id
     WHERE a.external_id = 'A-4' ORDER BY v.from_at`,
  );
  expect(held).toEqual([
    { owner: "ada@reassign.test", ever: true },
    { owner: "bob@reassign.test", ever: false },
  ]);
});

test("one account that is gone, or a new owner who is, leaves all as they were", async () => {
  const nobody = "00000000-0000-4000-8000-000000000000";
  await expect(give([...(await idsOf("A-1")), nobody], ada.actor.memberId)).rejects.toThrow("One of these accounts is not there any more.");
  await expect(give(await idsOf("A-1"), nobody)).rejects.toThrow("is no member of this workspace any more");
  expect(await rowsOf(manager, "SELECT DISTINCT owner_email AS owner FROM app.account")).toEqual([{ owner: "bob@reassign.test" }]);
});
