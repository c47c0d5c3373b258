import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findKind } from "@/lib/imports/registry";
import { removeRecord } from "@/lib/imports/remove";
import { refresh } from "@/lib/ledger/refresh";
import { keepSums } from "@/lib/metrics/kept/keep";
import { readMetrics } from "@/lib/metrics/read";
import type { Readings } from "@/lib/metrics/types";
import { type Sql, withTenantConnection } from "@/lib/platform/db";
import { closePool } from "@/lib/platform/pool";
import type { Scope } from "@/lib/platform/scope";
import { changeSettings } from "@/lib/workspaces/settings";
import { testDatabase } from "@/tests/support/database";
import { aWorkspace, importText } from "@/tests/support/import";

const IDS = [
  "tickets",
  "first-response-time",
  "ticket-resolution-time",
  "ticket-resolution-median",
  "ticket-first-resolution-p90",
  "reopen-rate",
  "first-contact-resolution-rate",
  "net-promoter-score",
  "customer-satisfaction-score",
  "customer-effort-score",
  "active-users",
  "stickiness",
  "usage-events",
];
const NOON = new Date("2024-06-20T12:00:00Z");
const TABLES = /app\.(ticket|ticket_event|survey_response)\b/;

beforeAll(async () => void (await testDatabase()));
afterAll(closePool);

async function aPlace(): Promise<Scope> {
  const scope = await aWorkspace({ timeZone: "America/New_York" });
  await importText(scope, "accounts", "externalId,name\na,A\nb,B\n");
  return scope;
}

const keep = (scope: Scope, asOf = NOON) => refresh(scope, asOf, keepSums);

/** What is read with the kept sums and without them, and how many statements looked at the records of the first. */
async function bothWays(scope: Scope, period: string, asOf = NOON): Promise<{ kept: Readings; live: Readings; looked: number }> {
  const asked = { ids: IDS, period, trend: 13, asOf };
  let looked = 0;
  const counting = (sql: Sql): Sql => {
    return (text, params) => {
      if (TABLES.test(text)) looked += 1;
      return sql(text, params);
    };
  };
  const kept = await withTenantConnection(scope, ({ sql }) => readMetrics(counting(sql), scope, asked), "read");
  let live: Readings | undefined;
  await withTenantConnection(scope, async ({ sql }) => {
    await sql("DELETE FROM app.kept_sums");
    live = await readMetrics(sql, scope, asked);
    throw new Undone();
  }).catch((error: unknown) => {
    if (!(error instanceof Undone)) throw error;
  });
  if (live === undefined) throw new Error("nothing was read");
  return { kept, live, looked };
}

class Undone extends Error {}

/** Durations are added up as doubles, whose last digits depend on the order. */
function rounded(readings: Readings): unknown {
  return JSON.parse(JSON.stringify(readings), (_, value) => (typeof value === "number" ? Number(value.toPrecision(12)) : value));
}

async function expectTheSame(scope: Scope, asOf = NOON): Promise<void> {
  for (const period of ["2024-05", "2024-Q2", "t12m:2024-05", "t12m:2024-06"]) {
    const { kept, live } = await bothWays(scope, period, asOf);
    expect(rounded(kept), period).toEqual(rounded(live));
  }
}

const ticket = (name: string, created: string, rest = ",,,,") =>
  `externalId,account,createdAt,status,solvedAt,agentReplies,satisfaction\n${name},a,${created}${rest}\n`;

test("numbers of which no record changed are read without looking at one", async () => {
  const scope = await aPlace();
  await importText(scope, "tickets", ticket("first", "2023-03-05T10:00", ",solved,2023-03-06T10:00,1,5"));
  await importText(scope, "tickets", ticket("one", "2024-03-05T10:00", ",solved,2024-03-06T10:00,1,5"));
  await importText(scope, "survey-responses", "externalId,account,kind,score,answeredAt\nn,a,nps,9,2024-03-05\n");
  await importText(scope, "usage", "externalId,account,user,feature,at\nu,a,kim,Reports,2024-03-05T10:00\n");
  expect((await bothWays(scope, "2024-05")).looked).toBeGreaterThan(0);
  await keep(scope);
  expect((await bothWays(scope, "2024-05")).looked).toBe(0);
  expect((await bothWays(scope, "2024-06")).looked).toBe(0); // it goes on, and nothing has happened since
  await expectTheSame(scope);
  await importText(scope, "tickets", ticket("new", "2024-06-20T07:00"));
  expect((await bothWays(scope, "2024-05")).looked).toBe(0);
  expect((await bothWays(scope, "2024-06")).looked).toBeGreaterThan(0);
  await expectTheSame(scope);
});

test("a ticket that is solved long after it came in moves the month it came in, at once and after the next refresh", async () => {
  const scope = await aPlace();
  await importText(scope, "tickets", ticket("late", "2024-01-05T10:00"));
  await keep(scope);
  const solved = "externalId,ticket,at,type\ne,late,2024-05-30T10:00,solved\n";
  await importText(scope, "ticket-events", solved);
  await expectTheSame(scope);
  await keep(scope);
  await expectTheSame(scope);
});

test("a day that ends moves what is counted by days", async () => {
  const scope = await aPlace();
  await importText(scope, "usage", "externalId,account,user,feature,at\nu,a,kim,Reports,2024-06-05T10:00\n");
  await keep(scope);
  for (const later of ["2024-06-21T03:59:59.999Z", "2024-06-21T04:00:00Z", "2024-06-22T12:00:00Z"])
    await expectTheSame(scope, new Date(later));
});

test("what was told ahead is seen once it happens", async () => {
  const scope = await aPlace();
  await importText(scope, "tickets", ticket("one", "2024-03-05T10:00", ",solved,2024-03-06T10:00,1,"));
  await importText(scope, "ticket-events", "externalId,ticket,at,type\ne,one,2024-06-25T10:00,reopened\n");
  await keep(scope);
  await expectTheSame(scope, new Date("2024-06-25T09:00:00Z"));
  const after = new Date("2024-07-02T09:00:00Z");
  await expectTheSame(scope, after);
  await keep(scope, after);
  await expectTheSame(scope, after);
  expect((await bothWays(scope, "2024-03", after)).kept.metrics.find(({ id }) => id === "tickets")?.details.reopened).toBe(1);
});

test("a ticket inside its window is undecided until the window is over, whatever month it came in", async () => {
  const scope = await aPlace();
  await importText(scope, "tickets", ticket("one", "2024-03-05T10:00", ",solved,2024-06-18T10:00,1,"));
  await keep(scope);
  for (const later of [
    "2024-06-20T12:00:00Z",
    "2024-06-25T13:59:59Z",
    "2024-06-25T14:00:00Z",
    "2024-06-29T09:00:00Z",
    "2024-07-03T09:00:00Z",
  ])
    await expectTheSame(scope, new Date(later));
});

test("another window, another scale: every sum is read again", async () => {
  const scope = await aPlace();
  await importText(scope, "tickets", ticket("one", "2024-03-05T10:00", ",solved,2024-03-06T10:00,1,"));
  await importText(scope, "survey-responses", "externalId,account,kind,score,scale,answeredAt\nn,a,ces,4,5,2024-03-05\n");
  await keep(scope);
  await changeSettings(scope, { fcr_window_days: "30", ces_scale: "5" });
  await expectTheSame(scope);
  await keep(scope);
  await expectTheSame(scope);
});

type Step = { readonly what: "ticket" | "event" | "answer" | "use" | "gone" | "keep"; readonly n: number; readonly day: number };

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({ what: fc.constantFrom("ticket", "event", "answer", "use", "gone", "keep"), n: fc.nat(5), day: fc.nat(500) }),
  { minLength: 12, maxLength: 12 },
);

async function take(scope: Scope, { what, n, day }: Step, asOf: Date): Promise<void> {
  const at = new Date(Date.parse("2023-03-01T03:30:00Z") + day * 86_400_000).toISOString();
  if (what === "ticket") await importText(scope, "tickets", ticket(`t${n}`, at, n % 2 ? `,solved,${at},1,${1 + (n % 5)}` : ",,,,"));
  if (what === "event")
    await importText(scope, "ticket-events", `externalId,ticket,at,type\n${day},t${n},${at},${day % 2 ? "solved" : "reopened"}\n`);
  if (what === "answer")
    await importText(
      scope,
      "survey-responses",
      `externalId,account,contact,kind,score,answeredAt\ns${n},a,,${n % 2 ? "nps" : "csat"},${n % 5},${at}\n`,
    );
  if (what === "use") await importText(scope, "usage", `externalId,account,user,feature,at\nu${n},b,kim${n % 2},Reports,${at}\n`);
  if (what === "gone") await removeRecord(scope, findKind("tickets"), { source: "crm", externalId: `t${n}` }).catch(() => {});
  if (what === "keep") await keep(scope, asOf);
}

test("whatever is told, changed and taken back, what is kept is what the records come to", { timeout: 300_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (all) => {
      const scope = await aPlace();
      for (const [place, step] of all.entries()) await take(scope, step, new Date(NOON.getTime() + place * 3_600_000));
      const asOf = new Date(NOON.getTime() + 86_400_000);
      await expectTheSame(scope, asOf);
      await keep(scope, asOf);
      for (const hours of [0, 1, 13, 24 * 6, 24 * 12]) await expectTheSame(scope, new Date(asOf.getTime() + hours * 3_600_000));
    }),
    { numRuns: 10, seed: Number(process.env.SEED ?? 20_261_122) },
  );
});
