import { beforeAll, expect, test } from "vitest";
import { withTenant } from "@/lib/platform/db";
import type { MemberScope } from "@/lib/platform/scope";
import { readTargets } from "@/lib/targets/data";
import { changeTarget, removeTarget, setTarget } from "@/lib/targets/mutations";
import type { TargetFields } from "@/lib/targets/schema";
import { testDatabase } from "@/tests/support/database";
import { joined, peopled } from "@/tests/support/people";

await testDatabase();

let manager: MemberScope;
let stranger: MemberScope;

beforeAll(async () => {
  [manager] = await peopled("aims", ["manager"]);
  [stranger] = await peopled("others", ["manager"]);
});

const NRR: TargetFields = {
  metric: "net-revenue-retention",
  span: "month",
  fromDay: "2026-11-01",
  standing: true,
  value: 1.1,
  owner: null,
};

const set = (fields: Partial<TargetFields> = {}) => withTenant(manager, ({ sql }) => setTarget(sql, manager, { ...NRR, ...fields }));
const targets = (scope = manager) => withTenant(scope, ({ sql }) => readTargets(sql, scope), "read");
const write = (text: string, params: unknown[] = []) => withTenant(manager, ({ sql }) => sql(text, params));
const clear = () => write("DELETE FROM app.target RETURNING 1");

test("a target is kept with who owns it, from the first day of its period", async () => {
  await clear();
  await set({ span: "quarter", fromDay: "2026-11-22", value: 1.05, owner: manager.actor.memberId });
  expect(await targets()).toMatchObject([
    {
      metric: "net-revenue-retention",
      span: "quarter",
      fromDay: "2026-10-01",
      standing: true,
      value: 1.05,
      owner: { id: manager.actor.memberId, email: manager.actor.email },
    },
  ]);
  expect(await targets(stranger)).toEqual([]);
});

test("of a number, a span and a first period there is one that stands and one for that period alone; a second is refused and nothing changes", async () => {
  await clear();
  await set();
  await set({ standing: false, value: 1.2 });
  await expect(set({ value: 1.3 })).rejects.toThrow(
    "There is a target of this number for each month from Nov 2026 already. Nothing was changed",
  );
  await set({ fromDay: "2026-12-01", value: 1.15 });
  expect((await targets()).map(({ fromDay, standing, value }) => [fromDay, standing, value])).toEqual([
    ["2026-12-01", true, 1.15],
    ["2026-11-01", false, 1.2],
    ["2026-11-01", true, 1.1],
  ]);
});

test("what is no metric, and a number of which more is neither better nor worse, have none", async () => {
  await clear();
  await expect(set({ metric: "shoe-size" })).rejects.toThrow("There is no such metric");
  await expect(set({ metric: "tickets" })).rejects.toThrow("neither better nor worse");
  await expect(set({ owner: stranger.actor.memberId })).rejects.toThrow("no member of this workspace any more");
  expect(await targets()).toEqual([]);
});

test("of two who change it at once the second is refused; removed it is gone", async () => {
  await clear();
  const { id } = await set();
  const change = (version: number, value: number) =>
    withTenant(manager, ({ sql }) => changeTarget(sql, { id, version }, { ...NRR, value }));
  await change(0, 1.2);
  await expect(change(0, 1.3)).rejects.toThrow("Somebody else changed this target after you opened it");
  expect((await targets()).map(({ value, version }) => [value, version])).toEqual([[1.2, 1]]);
  await expect(withTenant(stranger, ({ sql }) => removeTarget(sql, { id, version: 1 }))).rejects.toThrow("not there any more");
  await withTenant(manager, ({ sql }) => removeTarget(sql, { id, version: 1 }));
  expect(await targets()).toEqual([]);
});

test("a target outlives its owner, and is nobody's then", async () => {
  await clear();
  const leaving = await joined("aims", "leaving@aims.test", "csm");
  await set({ owner: leaving.actor.memberId });
  await write("DELETE FROM app.member WHERE id = $1::uuid RETURNING 1", [leaving.actor.memberId]);
  expect((await targets()).map(({ owner, value }) => [owner, value])).toEqual([[null, 1.1]]);
});
