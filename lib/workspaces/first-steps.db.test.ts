import { expect, test } from "vitest";
import { templateOf } from "@/lib/imports/files/template";
import { kinds } from "@/lib/imports/registry";
import { invite, revokeInvitation } from "@/lib/invitations/mutations";
import { refresh } from "@/lib/ledger/refresh";
import { withTenant } from "@/lib/platform/db";
import { readReached } from "@/lib/workspaces/data";
import { stepsOf } from "@/lib/workspaces/first-steps";
import { hideFirstSteps } from "@/lib/workspaces/mutations";
import { testDatabase } from "@/tests/support/database";
import { importText, rowsOf } from "@/tests/support/import";
import { joined, peopled } from "@/tests/support/people";

process.env.NEXTAUTH_SECRET = "a secret for the tests alone, 40 letters";
await testDatabase();
const [owner] = await peopled("new", ["owner"]);
const reached = () => withTenant(owner, ({ sql }) => readReached(sql, owner), "read");
const done = async () => stepsOf(await reached(), "owner").flatMap(({ id, isDone }) => (isDone ? [id] : []));

test("the records themselves tell which steps are done, one after the other, and undone again", async () => {
  expect(await done()).toEqual(["workspace"]);
  await importText(owner, "accounts", templateOf(kinds.accounts, owner));
  expect(await done()).toEqual(["workspace", "accounts"]);
  await importText(owner, "subscriptions", templateOf(kinds.subscriptions, owner));
  expect(await done()).toEqual(["workspace", "accounts", "subscriptions"]);
  await refresh(owner);
  expect(await done()).toEqual(["workspace", "accounts", "subscriptions", "figures"]);

  await withTenant(owner, ({ sql }) => invite(sql, owner, { email: "grace@example.com", role: "csm" }));
  expect(await done()).toContain("team");
  const [open] = await rowsOf<{ id: string }>(owner, "SELECT id::text FROM app.invitation");
  await withTenant(owner, ({ sql }) => revokeInvitation(sql, owner, open?.id ?? ""));
  expect(await done()).not.toContain("team");
  await joined("new", "ada@example.com", "viewer");
  expect(await done()).toHaveLength(5);
});

test("what was put away is put away for everybody, and in this workspace alone", async () => {
  const [other] = await peopled("other", ["owner"]);
  expect(await reached()).toMatchObject({ isHidden: false });
  await withTenant(owner, ({ sql }) => hideFirstSteps(sql, owner));
  expect(await reached()).toMatchObject({ isHidden: true });
  expect(await withTenant(other, ({ sql }) => readReached(sql, other), "read")).toMatchObject({ isHidden: false });
});

test("a step is offered to whoever may do it", () => {
  const none = { accounts: false, subscriptions: false, figures: false, team: false };
  const mine = (role: "admin" | "manager" | "csm") => stepsOf(none, role).flatMap(({ id, isMine }) => (isMine ? [id] : []));
  expect(mine("admin")).toEqual(["workspace", "accounts", "subscriptions", "figures", "team"]);
  expect(mine("manager")).toEqual(["workspace", "accounts", "subscriptions", "figures"]);
  expect(mine("csm")).toEqual(["workspace", "figures"]);
  const ready = (subscriptions: boolean) => stepsOf({ ...none, subscriptions }, "csm").find(({ id }) => id === "figures")?.isReady;
  expect([ready(false), ready(true)]).toEqual([false, true]);
});
