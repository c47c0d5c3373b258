import { beforeAll, expect, test } from "vitest";
import { endOverride, setOverride } from "@/lib/health/mutations";
import { withTenant } from "@/lib/platform/db";
import type { MemberScope } from "@/lib/platform/scope";
import type { Whose } from "@/lib/signals/queue/choices";
import { snoozeAccount } from "@/lib/signals/queue/mutations";
import { markSeen } from "@/lib/signals/queue/people";
import { readToday } from "@/lib/signals/queue/today";
import { createTask } from "@/lib/tasks/mutations";
import { testDatabase } from "@/tests/support/database";
import { joined, peopled } from "@/tests/support/people";

process.env.BELLWETHER_TODAY = "2026-11-20";
await testDatabase();

const NOON = new Date("2026-11-20T12:00:00Z");

let csm: MemberScope;
let manager: MemberScope;
let other: MemberScope;
const ids: Record<string, string> = {};

/** Name, whose, MRR in dollars, score, days to the renewal (null: no contract). */
const ACCOUNTS = [
  { name: "Large", owner: "csm", mrr: 1000, score: 80, renewal: 365 },
  { name: "Risky", owner: "csm", mrr: 500, score: 10, renewal: null },
  { name: "Near", owner: "csm", mrr: 400, score: 30, renewal: 10 },
  { name: "Calm", owner: "csm", mrr: 9000, score: 95, renewal: 5 },
  { name: "Theirs", owner: "other", mrr: 700, score: 20, renewal: 0 },
] as const;

beforeAll(async () => {
  [csm, manager] = await peopled("queue", ["csm", "manager"]);
  other = await joined("queue", "other@queue.test", "csm");
  await withTenant(csm, async ({ sql }) => {
    await sql("UPDATE app.member SET manager_id = $1::uuid WHERE id = $2::uuid RETURNING 1", [manager.actor.memberId, csm.actor.memberId]);
    await sql(
      "INSERT INTO app.health_derivation (workspace_id, through, as_of) VALUES ($1::uuid, '2026-11-20', '2026-11-20T12:00:00Z') RETURNING 1",
      [csm.workspaceId],
    );
    for (const { name, owner, mrr, score, renewal } of ACCOUNTS) {
      const email = owner === "csm" ? csm.actor.email : other.actor.email;
      const [made] = await sql<{ id: string }>(
        "INSERT INTO app.account (workspace_id, source, external_id, name, owner_email) VALUES ($1::uuid, 'crm', $2, $2, $3) RETURNING id::text",
        [csm.workspaceId, name, email],
      );
      ids[name] = made?.id ?? "";
      await sql(
        `INSERT INTO app.mrr_movement (workspace_id, account_id, currency, at, until_at, day, delta, balance)
         VALUES ($1::uuid, $2::uuid, 'USD', '2026-01-01', 'infinity', '2026-01-01', $3::int, $3::int) RETURNING 1`,
        [csm.workspaceId, ids[name], mrr * 100],
      );
      for (const day of ["2026-11-10", "2026-11-20"])
        await sql(
          `INSERT INTO app.health_day (workspace_id, account_id, day, version, card, score, coverage, band, tenure_days, inputs, ages)
           VALUES ($1::uuid, $2::uuid, $3::date, 0, 'everybody', $4::float8, 1, $5, 300, '{}', '{}') RETURNING 1`,
          [csm.workspaceId, ids[name], day, day === "2026-11-10" ? 90 : score, bandOf(day === "2026-11-10" ? 90 : score)],
        );
      if (renewal !== null)
        await sql(
          `INSERT INTO app.contract (workspace_id, source, external_id, account_id, due_on, value, currency)
           VALUES ($1::uuid, 'crm', $2, $3::uuid, '2026-11-20'::date + $4::int, $5::int, 'USD') RETURNING 1`,
          [csm.workspaceId, name, ids[name], renewal, mrr * 1200],
        );
    }
    await raise(sql, "Large", "usage-drop");
  });
});

const bandOf = (score: number) => (score >= 70 ? "green" : score >= 40 ? "yellow" : "red");

type Sql = Parameters<Parameters<typeof withTenant>[1]>[0]["sql"];

async function raise(sql: Sql, name: string, kind: string) {
  await sql(
    `INSERT INTO app.signal (workspace_id, account_id, kind, reason, from_day, last_day, strength, detail)
     VALUES ($1::uuid, $2::uuid, $3, '', '2026-11-15', '2026-11-20', 0.5, '{"change": -0.5}') RETURNING 1`,
    [csm.workspaceId, ids[name], kind],
  );
}

const today = (scope: MemberScope, whose: Whose | null, at = NOON) =>
  withTenant(scope, ({ sql }) => readToday(sql, scope, whose, at), "read");

const names = async (scope: MemberScope, whose: Whose | null, at = NOON) => (await today(scope, whose, at)).lines.map(({ name }) => name);

test("the order is the one the arithmetic says, and who is well is not in it", async () => {
  const { lines, all } = await today(csm, "all");
  // Theirs: 700 × 0.80 × 1 = 560. Near: 400 × 0.70 × (1 − 0.75 × 10 ÷ 365) = 274.25. Risky: 500 × 0.90 × 0.5 = 225.
  // Large: 1000 × (1 − 0.80 × 0.75) × 0.25 = 100, for its signal. Calm: nothing puts it there, for all its money.
  expect(lines.map(({ name, stake }) => [name, Number(((stake.product ?? 0) / 100).toFixed(2))])).toEqual([
    ["Theirs", 560],
    ["Near", 274.25],
    ["Risky", 225],
    ["Large", 100],
  ]);
  expect(all).toBe(4);
  for (const { stake } of lines) expect(stake.product).toBeCloseTo((stake.money ?? 0) * stake.risk * stake.nearness, 6);
});

test("who has not enough data is counted beside the queue, unless a person said how they are", async () => {
  expect((await today(csm, "all")).judged).toEqual({ accounts: 5, unscored: 0 });
  const band = (value: string, score: number | null) =>
    withTenant(csm, ({ sql }) =>
      sql("UPDATE app.health_day SET band = $1, score = $2::float8 WHERE day = '2026-11-20' AND account_id = $3::uuid RETURNING 1", [
        ...[value, score],
        ids.Calm ?? null,
      ]),
    );
  await band("unknown", null);
  expect((await today(csm, "all")).judged).toEqual({ accounts: 5, unscored: 1 });
  expect((await today(csm, "mine")).judged).toEqual({ accounts: 4, unscored: 1 });
  expect((await today(manager, "mine")).judged).toEqual({ accounts: 0, unscored: 0 });
  await withTenant(csm, ({ sql }) => setOverride(sql, csm, { account: ids.Calm ?? "", band: "green", reason: "Met them", days: 10 }, NOON));
  expect((await today(csm, "all")).judged).toEqual({ accounts: 5, unscored: 0 });
  await withTenant(csm, ({ sql }) => endOverride(sql, csm, ids.Calm ?? "", NOON));
  await band("green", 95);
});

test("each line says why in words, and what comes next", async () => {
  const { lines } = await today(csm, "all");
  const large = lines.find(({ name }) => name === "Large");
  expect(large?.reasons).toEqual(["usage −50% in 28 days"]);
  expect(large?.suggestion).toMatchObject({ type: "risk", reason: "adoption" });
});

test("mine are mine, my team's those of whoever reports to me, and unasked each finds their own", async () => {
  expect(await names(csm, "mine")).toEqual(["Near", "Risky", "Large"]);
  expect(await names(manager, "mine")).toEqual([]);
  expect(await names(manager, "team")).toEqual(["Near", "Risky", "Large"]);
  expect((await today(csm, null)).whose).toBe("mine");
  expect((await today(manager, null)).whose).toBe("team");
});

test("what fell since the last visit is told until the visit is over", async () => {
  await withTenant(csm, ({ sql }) => markSeen(sql, csm, new Date("2026-11-10T09:00:00Z")));
  const first = await today(csm, "mine");
  expect(first.since).toEqual({ on: "2026-11-10", isFirst: false });
  expect(first.changes).toMatchObject({ worse: 2, better: 0 });
  await withTenant(csm, ({ sql }) => markSeen(sql, csm, NOON));
  expect((await today(csm, "mine", new Date("2026-11-20T12:10:00Z"))).since.on).toBe("2026-11-10");
  const later = await today(csm, "mine", new Date("2026-11-20T14:00:00Z"));
  expect(later.since.on).toBe("2026-11-20");
  expect(later.changes.rows).toEqual([]);
});

test("renewals are summed in 90 and 180 days", async () => {
  const { renewals } = await today(csm, "mine");
  // Near: $400 × 12 = $4,800; Calm: $9,000 × 12 = $108,000
  expect(renewals.sums).toEqual([
    { within: 90, contracts: 2, value: 112_800_00 },
    { within: 180, contracts: 2, value: 112_800_00 },
  ]);
  expect(renewals.rows.map(({ name }) => name)).toEqual(["Calm", "Near"]);
});

test("a task that is due puts a healthy account into the queue, and stands beside it", async () => {
  await withTenant(csm, ({ sql }) =>
    createTask(sql, csm, {
      ...{ account: ids.Calm ?? null, title: "Send the offer", type: "growth", reason: "promise", detail: "" },
      ...{ dueOn: "2026-11-19", owner: csm.actor.memberId },
    }),
  );
  const { lines, tasks } = await today(csm, "mine");
  // 9000 × 0.05 × (1 − 0.75 × 5 ÷ 365) = 445.38
  expect(lines[0]).toMatchObject({ name: "Calm", task: { title: "Send the offer" } });
  expect(tasks).toMatchObject({ all: 1, overdue: 1 });
});

test("why an account is there is said as it is: a task that is due, a band that somebody set, or what is weakest of one at risk", async () => {
  // Of Calm and Risky all that is known is how their CSMs feel, 5 and 1, and how well they are used, 1.02 and 0.31 of their usual.
  const known = (name: string, inputs: string) =>
    withTenant(csm, ({ sql }) =>
      sql(
        "UPDATE app.health_day SET inputs = $1::float8[], ages = array_fill(0, ARRAY[11]) WHERE day = '2026-11-20' AND account_id = $2::uuid RETURNING 1",
        [inputs, ids[name] ?? null],
      ),
    );
  await known("Calm", "{1.02,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,5}");
  await known("Risky", "{0.31,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,3}");
  const reasons = async () => Object.fromEntries((await today(csm, "mine")).lines.map((line) => [line.name, line.reasons]));
  expect(await reasons()).toMatchObject({ Calm: ["a task is due"], Risky: ["use is 0.31 of its usual"], Large: ["usage −50% in 28 days"] });
  const hold = (name: string, band: string) =>
    withTenant(csm, ({ sql }) => setOverride(sql, csm, { account: ids[name] ?? "", band, reason: "Met them", days: 10 }, NOON));
  await hold("Calm", "green");
  await hold("Risky", "red");
  expect(await reasons()).toMatchObject({ Calm: ["a task is due"], Risky: ["At risk, set by hand"] });
  for (const name of ["Calm", "Risky"]) await withTenant(csm, ({ sql }) => endOverride(sql, csm, ids[name] ?? "", NOON));
});

test("what is put away is not shown until its day, and a new signal brings it back", async () => {
  const away = (name: string) =>
    withTenant(csm, ({ sql }) => snoozeAccount(sql, csm, { account: ids[name] ?? "", until: "2026-11-27", why: "They are on holiday." }));
  for (const name of ["Calm", "Near", "Large"]) await away(name);
  expect(await names(csm, "mine")).toEqual(["Risky"]);
  expect((await today(csm, "mine")).tasks.all).toBe(0);
  await withTenant(csm, ({ sql }) => raise(sql, "Near", "payment-failed"));
  expect((await names(csm, "mine"))[0]).toBe("Near");
  expect(await names(csm, "mine", new Date("2026-11-27T12:00:00Z"))).toEqual(expect.arrayContaining(["Calm", "Large"]));
});
