import { beforeAll, expect, test } from "vitest";
import { withTenant } from "@/lib/platform/db";
import { type MemberScope, systemScope } from "@/lib/platform/scope";
import { listAccountTasks, listDueTasks } from "@/lib/tasks/data";
import { changeTask, closeTask, createTask, snoozeTask, wakeTask } from "@/lib/tasks/mutations";
import type { TaskFields } from "@/lib/tasks/schema";
import { testDatabase } from "@/tests/support/database";
import { rowsOf } from "@/tests/support/import";
import { joined, peopled } from "@/tests/support/people";

process.env.BELLWETHER_TODAY = "2026-11-20";
await testDatabase();

const NOON = new Date("2026-11-20T12:00:00Z");
const CALL: TaskFields = { title: "Call them", type: "risk", reason: "adoption", detail: "", dueOn: "2026-11-25", owner: null };

let csm: MemberScope;
let other: MemberScope;
let account: string;

beforeAll(async () => {
  [csm] = await peopled("tasks", ["csm"]);
  other = await joined("tasks", "other@tasks.test", "csm");
  [account] = await accounts(["A-1"]);
});

async function accounts(ids: string[]): Promise<[string, ...string[]]> {
  const made = await withTenant(csm, ({ sql }) =>
    sql<{ id: string }>(
      "INSERT INTO app.account (workspace_id, source, external_id, name) SELECT $1::uuid, 'crm', id, id FROM unnest($2::text[]) AS id RETURNING id::text",
      [csm.workspaceId, ids],
    ),
  );
  const [first, ...rest] = made.map(({ id }) => id);
  if (first === undefined) throw new Error("no account");
  return [first, ...rest];
}

const create = (task: Partial<TaskFields>, scope = csm, of: string | null = account) =>
  withTenant(scope, ({ sql }) => createTask(sql, scope, { ...CALL, ...task, account: of }));

const shown = () => withTenant(csm, ({ sql }) => listAccountTasks(sql, csm, account), "read");

async function one(id: string) {
  const task = (await shown()).find((candidate) => candidate.id === id);
  if (!task) throw new Error("the task is not shown");
  return task;
}

test("the second task of one account, type and reason brings the first up to date and says so", async () => {
  const first = await create({ detail: "They stopped exporting." });
  const second = await create({ title: "Call today", dueOn: "2026-11-20", owner: csm.actor.memberId });
  expect(first.known).toBe(false);
  expect(second).toEqual({ id: first.id, known: true });
  expect(await one(first.id)).toMatchObject({
    title: "Call today",
    dueOn: "2026-11-20",
    detail: "They stopped exporting.",
    owner: { id: csm.actor.memberId },
    reason: "adoption",
    version: 1,
  });
});

test("another reason is another task, and so are two about something else", async () => {
  const made = [
    await create({ reason: "payment" }),
    await create({ type: "other", reason: "other", title: "Send the deck" }),
    await create({ type: "other", reason: "other", title: "Book a room" }),
  ];
  expect(new Set(made.map(({ id }) => id)).size).toBe(3);
  expect((await one(made[2]?.id ?? "")).reason).toBe("other");
});

test("once it is closed, the same reason makes a new one", async () => {
  const { id } = await create({ reason: "champion" });
  await withTenant(csm, ({ sql }) => closeTask(sql, csm, { id, version: 0 }, { as: "done", outcome: "Met the new one." }));
  expect(await one(id)).toMatchObject({ status: "done", outcome: "Met the new one.", closedOn: "2026-11-20" });
  expect((await create({ reason: "champion" })).id).not.toBe(id);
});

test("it is put away with a day ahead and a reason, is not due meanwhile, and wakes on its day", async () => {
  const { id } = await create({ reason: "silence", dueOn: "2026-11-10", owner: other.actor.memberId }, other);
  const due = (on: Date) =>
    withTenant(
      csm,
      ({ sql }) => listDueTasks(sql, csm, { members: [other.actor.memberId], dueBy: "2026-12-31", limit: 10 }, on),
      "read",
    ).then(({ tasks, all, overdue }) => ({ ids: tasks.map((task) => task.id), all, overdue }));
  expect(await due(NOON)).toEqual({ ids: [id], all: 1, overdue: 1 });
  const snooze = (until: string, version: number) =>
    withTenant(csm, ({ sql }) => snoozeTask(sql, csm, { id, version }, { until, why: "On holiday." }));
  await expect(snooze("2026-11-20", 0)).rejects.toThrow("Choose a day from tomorrow on.");
  await expect(snooze("2027-12-01", 0)).rejects.toThrow("within a year");
  await snooze("2026-11-27", 0);
  expect(await due(NOON)).toEqual({ ids: [], all: 0, overdue: 0 });
  expect((await due(new Date("2026-11-27T00:00:00Z"))).ids).toEqual([id]);
  await withTenant(csm, ({ sql }) => wakeTask(sql, csm, { id, version: 1 }));
  expect((await due(NOON)).ids).toEqual([id]);
});

test("what makes tasks by itself wakes none that was put away, and puts no date off", async () => {
  const system = await systemScope("tasks", "playbook");
  if (!system) throw new Error("no workspace");
  const { id } = await create({ reason: "support", dueOn: "2026-11-22" });
  await withTenant(csm, ({ sql }) => snoozeTask(sql, csm, { id, version: 0 }, { until: "2026-12-01", why: "Waiting for them." }));
  await withTenant(system, ({ sql }) => createTask(sql, system, { ...CALL, reason: "support", dueOn: "2026-12-24", account }));
  expect(await one(id)).toMatchObject({ dueOn: "2026-11-22", snoozedUntil: "2026-12-01" });
});

test("of two who change it the second is refused; a closed one is not changed", async () => {
  const { id } = await create({ reason: "onboarding" });
  const change = (title: string, version: number) =>
    withTenant(csm, ({ sql }) => changeTask(sql, csm, { id, version }, { ...CALL, reason: "onboarding", title }));
  await change("First", 0);
  await expect(change("Second", 0)).rejects.toThrow("Somebody else changed this task");
  await withTenant(csm, ({ sql }) => closeTask(sql, csm, { id, version: 1 }, { as: "dropped", outcome: "" }));
  await expect(change("Third", 2)).rejects.toThrow("Somebody closed this task already.");
  expect((await one(id)).title).toBe("First");
});

test("it cannot be made to be the same as another that is open", async () => {
  const { id } = await create({ type: "renewal", reason: "renewal" });
  await create({ type: "growth", reason: "expansion" });
  await expect(
    withTenant(csm, ({ sql }) => changeTask(sql, csm, { id, version: 0 }, { ...CALL, type: "growth", reason: "expansion" })),
  ).rejects.toThrow("This account has an open task of this type and reason already.");
});

test("whom it is given to is told, once, and not by themselves", async () => {
  const { id } = await create({ reason: "promise", owner: other.actor.memberId });
  await create({ reason: "promise", owner: other.actor.memberId });
  const told = await rowsOf<{ text: string }>(csm, "SELECT text FROM app.notification WHERE cause = $1", [
    `task:${id}:${other.actor.memberId}`,
  ]);
  expect(told).toEqual([{ text: "A-1: Call them" }]);
  const { id: own } = await create({ reason: "health", owner: csm.actor.memberId });
  expect(await rowsOf(csm, "SELECT 1 FROM app.notification WHERE cause LIKE $1", [`task:${own}%`])).toEqual([]);
});

test("an account or an owner of nobody is refused", async () => {
  const nobody = "00000000-0000-4000-8000-000000000000";
  await expect(create({}, csm, nobody)).rejects.toThrow("This account is not there any more.");
  await expect(create({ owner: nobody })).rejects.toThrow("is no member of this workspace");
});
