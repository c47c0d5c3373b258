import { beforeAll, expect, test } from "vitest";
import { reachStep } from "@/lib/imports/hand/reach-step";
import { listPlans } from "@/lib/plans/data";
import { changePlan, createPlan, endPlan } from "@/lib/plans/mutations";
import { onboardingSteps } from "@/lib/plans/rules";
import { withTenant } from "@/lib/platform/db";
import type { MemberScope } from "@/lib/platform/scope";
import { testDatabase } from "@/tests/support/database";
import { rowsOf } from "@/tests/support/import";
import { peopled } from "@/tests/support/people";

process.env.BELLWETHER_TODAY = "2026-11-20";
await testDatabase();

const NOON = new Date("2026-11-20T12:00:00Z");
const PLAN = { goal: "Close the books in three days", measure: "Days to close", owner: null, steps: onboardingSteps("2026-10-01") };

let csm: MemberScope;
let account: string;

beforeAll(async () => {
  [csm] = await peopled("plans", ["csm"]);
});

async function newAccount(name: string): Promise<void> {
  const [row] = await withTenant(csm, ({ sql }) =>
    sql<{ id: string }>(
      "INSERT INTO app.account (workspace_id, source, external_id, name) VALUES ($1::uuid, 'crm', $2, $2) RETURNING id::text",
      [csm.workspaceId, name],
    ),
  );
  account = row?.id ?? "";
}

const plans = () => withTenant(csm, ({ sql }) => listPlans(sql, csm, account, NOON), "read");

async function plan() {
  const [first] = await plans();
  if (!first) throw new Error("there is no plan");
  return first;
}

const create = () => withTenant(csm, ({ sql }) => createPlan(sql, csm, { ...PLAN, account }));

async function reach(kind: string, on: string | null) {
  const step = (await plan()).steps.find((each) => each.kind === kind);
  if (!step) throw new Error(`there is no ${kind}`);
  return withTenant(csm, ({ sql }) => reachStep(sql, csm, { id: step.id, version: step.version }, on));
}

const milestones = () =>
  rowsOf<{ kind: string; at: string }>(csm, "SELECT kind, at::text FROM app.milestone WHERE account_id = $1::uuid ORDER BY kind", [
    account,
  ]);

test("a plan is made with its steps in their order, each with its days", async () => {
  await newAccount("A-1");
  await create();
  const { goal, steps, status } = await plan();
  expect([goal, status]).toEqual(["Close the books in three days", "open"]);
  expect(steps.map(({ kind, expectedOn, latestOn, reachedOn }) => [kind, expectedOn, latestOn, reachedOn])).toEqual([
    ["kick_off", "2026-10-08", "2026-10-15", null],
    [null, "2026-10-15", "2026-10-29", null],
    ["first_value", "2026-10-31", "2026-11-30", null],
    ["go_live", "2026-11-30", "2026-12-30", null],
    [null, "2026-12-30", "2027-01-29", null],
  ]);
});

test("a milestone of its kind reaches a step by itself", async () => {
  await withTenant(csm, ({ sql }) =>
    sql(
      "INSERT INTO app.milestone (workspace_id, source, account_id, kind, at) VALUES ($1::uuid, 'crm', $2::uuid, 'kick_off', '2026-10-06T09:00Z') RETURNING 1",
      [csm.workspaceId, account],
    ),
  );
  expect((await plan()).steps[0]).toMatchObject({ reachedOn: "2026-10-06", byHand: false });
});

test("reaching the first value makes the milestone that time to value counts to, once", async () => {
  expect(await reach("first_value", "2026-11-12")).toEqual({ madeMilestone: true });
  expect(await milestones()).toEqual([
    { kind: "first_value", at: "2026-11-12 23:59:00+00" },
    { kind: "kick_off", at: "2026-10-06 09:00:00+00" },
  ]);
  expect(await reach("first_value", "2026-11-10")).toEqual({ madeMilestone: false });
  expect(await milestones()).toHaveLength(2);
  const audit = await rowsOf<{ action: string }>(csm, "SELECT action FROM app.audit WHERE detail ->> 'kind' = 'milestones'");
  expect(audit).toEqual([{ action: "records.create" }]);
});

test("reaching another step makes no milestone, and a day ahead is refused", async () => {
  expect(await reach("go_live", "2026-11-20")).toEqual({ madeMilestone: false });
  expect(await milestones()).toHaveLength(2);
  await expect(reach("go_live", "2026-11-21")).rejects.toThrow("This day is still ahead.");
  await reach("go_live", null);
  expect((await plan()).steps[3]?.reachedOn).toBeNull();
});

test("a changed plan keeps the days of the steps that stay; of two who change it the second is refused", async () => {
  await newAccount("A-2");
  await create();
  await reach("kick_off", "2026-10-09");
  const { id, version, steps } = await plan();
  const [first, second] = steps.map(({ id: step, name, kind, expectedOn, latestOn }) => ({ id: step, name, kind, expectedOn, latestOn }));
  if (!first || !second) throw new Error("a step is missing");
  const added = { ...second, id: null, name: "Signed off" };
  const change = () =>
    withTenant(csm, ({ sql }) => changePlan(sql, csm, { id, version }, { ...PLAN, goal: "Two days", steps: [added, first] }));
  await change();
  const changed = await plan();
  expect(changed).toMatchObject({ goal: "Two days", version: 1 });
  expect(changed.steps.map(({ name, reachedOn }) => [name, reachedOn])).toEqual([
    ["Signed off", null],
    [first.name, "2026-10-09"],
  ]);
  await expect(change()).rejects.toThrow("Somebody else changed this plan after you opened it.");
});

test("a plan that is ended is not changed any more", async () => {
  const { id, version } = await plan();
  await withTenant(csm, ({ sql }) => endPlan(sql, { id, version }, "dropped"));
  expect(await plan()).toMatchObject({ status: "dropped" });
  await expect(withTenant(csm, ({ sql }) => changePlan(sql, csm, { id, version: version + 1 }, PLAN))).rejects.toThrow("ended already");
});
