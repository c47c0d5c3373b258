import { beforeAll, expect, test } from "vitest";
import { withTenant } from "@/lib/platform/db";
import type { MemberScope } from "@/lib/platform/scope";
import { findPulse } from "@/lib/touchpoints/data";
import { changeTouch, deleteTouch, logTouch, setPulse } from "@/lib/touchpoints/mutations";
import { TouchFields } from "@/lib/touchpoints/schema";
import { testDatabase } from "@/tests/support/database";
import { rowsOf } from "@/tests/support/import";
import { joined, peopled } from "@/tests/support/people";

process.env.BELLWETHER_TODAY = "2026-11-20";
await testDatabase();

let csm: MemberScope;
let manager: MemberScope;
let other: MemberScope;
let account: string;

beforeAll(async () => {
  [csm, manager] = await peopled("touches", ["csm", "manager"]);
  other = await joined("touches", "other@touches.test", "csm");
  const [made] = await withTenant(csm, ({ sql }) =>
    sql<{ id: string }>(
      "INSERT INTO app.account (workspace_id, source, external_id, name) VALUES ($1::uuid, 'crm', 'A-1', 'Acme') RETURNING id::text",
      [csm.workspaceId],
    ),
  );
  account = made?.id ?? "";
});

const log = (touch: object, scope = csm) =>
  withTenant(scope, ({ sql }) => logTouch(sql, scope, account, TouchFields.parse({ type: "call", at: "2026-11-19T10:00", ...touch })));

const touches = () =>
  rowsOf<{ type: string; text: string }>(csm, "SELECT type, text, two_way, minutes, author FROM app.touchpoint ORDER BY created_at");

test("a call is kept as it was told, and the account's health is made again from then on", async () => {
  await withTenant(csm, ({ sql }) => sql("DELETE FROM app.dirty_health RETURNING 1"));
  await log({ twoWay: true, minutes: 20, text: "They like it." });
  expect(await touches()).toEqual([{ type: "call", text: "They like it.", two_way: true, minutes: 20, author: csm.actor.email }]);
  expect(await rowsOf(csm, "SELECT account_id::text AS id, from_at::text AS at FROM app.dirty_health")).toEqual([
    { id: account, at: "2026-11-19 10:00:00+00" },
  ]);
});

test("what has not happened yet is no touch", async () => {
  await expect(log({ at: "2026-11-21T10:00" })).rejects.toThrow("This has not happened yet.");
});

test("a note needs words, and nobody can have answered it", () => {
  const note = { type: "note", at: "2026-11-19T10:00" };
  expect(TouchFields.safeParse(note).success).toBe(false);
  expect(TouchFields.safeParse({ ...note, text: "Hm", twoWay: true }).success).toBe(false);
  expect(TouchFields.safeParse({ ...note, text: "Hm", at: "2026-02-30T10:00" }).success).toBe(false);
});

test("whoever is mentioned is told once, its author never", async () => {
  const mentions = [other.actor.memberId, csm.actor.memberId];
  const { id } = await log({ type: "note", text: "@other please look", mentions });
  await withTenant(csm, ({ sql }) =>
    changeTouch(
      sql,
      csm,
      { id, version: 0 },
      TouchFields.parse({ type: "note", at: "2026-11-19T10:00", text: "@other please look soon", mentions }),
    ),
  );
  const told = await rowsOf(csm, "SELECT member_id::text AS member, topic, text, link FROM app.notification");
  expect(told).toEqual([
    {
      member: other.actor.memberId,
      topic: "mention",
      text: `${csm.actor.email} on Acme: @other please look`,
      link: `/w/touches/accounts/${account}`,
    },
  ]);
  await expect(log({ mentions: ["00000000-0000-4000-8000-000000000000"] })).rejects.toThrow("is no member of this workspace");
});

test("its author and a manager change and delete it, others do not, and of two who change it the second is refused", async () => {
  const { id } = await log({ type: "mail", text: "Wrote." });
  const fields = TouchFields.parse({ type: "mail", at: "2026-11-18T10:00", text: "Wrote again." });
  const change = (scope: MemberScope, version: number) => withTenant(scope, ({ sql }) => changeTouch(sql, scope, { id, version }, fields));
  await expect(change(other, 0)).rejects.toThrow("Only its author, a manager or an admin");
  await change(csm, 0);
  await expect(change(csm, 0)).rejects.toThrow("Somebody else changed this");
  await change(manager, 1);
  await withTenant(manager, ({ sql }) => deleteTouch(sql, manager, { id, version: 2 }));
  await expect(change(csm, 3)).rejects.toThrow("is not there any more");
});

test("the last pulse is shown, and those before are kept", async () => {
  for (const [rating, note] of [
    [4, ""],
    [2, "New boss."],
  ] as const)
    await withTenant(csm, ({ sql }) => setPulse(sql, csm, account, { rating, note }));
  const pulse = await withTenant(csm, ({ sql }) => findPulse(sql, csm, account, new Date("2026-11-20T12:00:00Z")), "read");
  expect(pulse?.on).toBe("2026-11-20");
  expect(await rowsOf(csm, "SELECT rating FROM app.pulse ORDER BY rating")).toEqual([{ rating: 2 }, { rating: 4 }]);
});
