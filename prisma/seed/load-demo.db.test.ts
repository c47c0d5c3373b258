import { afterAll, beforeAll, expect, test } from "vitest";
import { listMarks } from "@/lib/annotations/data";
import { readBeginners } from "@/lib/health/features/first-use";
import { featureRetention } from "@/lib/health/features/retention";
import { opportunityWords } from "@/lib/health/features/words";
import { readMetrics } from "@/lib/metrics/read";
import { withTenant } from "@/lib/platform/db";
import { closePool } from "@/lib/platform/pool";
import { type Scope, systemScope } from "@/lib/platform/scope";
import { readPrecedence } from "@/lib/signals/precedence";
import { SIGNALS } from "@/lib/signals/registry";
import { readTargets } from "@/lib/targets/data";
import { createWorkspace } from "@/lib/workspaces/mutations";
import { testDatabase } from "@/tests/support/database";
import { DEMO_ZONE } from "./demo";
import { loadDemo } from "./load-demo";
import { LUCAS } from "./team";

const LAST_MONTHS = ["2026-04", "2026-05", "2026-06", "2026-07", "2026-08", "2026-09", "2026-10"];

const NOON = new Date("2026-11-21T17:00:00Z");

let scope: Scope;

beforeAll(async () => {
  process.env.BELLWETHER_TODAY = "2026-11-21";
  await testDatabase();
  await createWorkspace({ slug: "demo", name: "Demo", currency: "USD", timeZone: DEMO_ZONE });
  const found = await systemScope("demo", "test");
  if (!found) throw new Error("no workspace");
  scope = found;
  await loadDemo(scope, "2026-11-21");
}, 300_000);

afterAll(closePool);

async function value(id: string, period: string): Promise<number> {
  const { metrics } = await withTenant(scope, ({ sql }) => readMetrics(sql, scope, { ids: [id], period }), "read");
  return metrics[0]?.value ?? Number.NaN;
}

test("the business it tells of is a believable one", async () => {
  const [net, gross] = [await value("net-revenue-retention", "t12m:2026-10"), await value("gross-revenue-retention", "t12m:2026-10")];
  expect(net).toBeGreaterThan(1.03);
  expect(net).toBeLessThan(1.11);
  expect(gross).toBeGreaterThan(0.87);
  expect(gross).toBeLessThan(0.94);
  const churn = await Promise.all(LAST_MONTHS.map((month) => value("customer-churn-rate", month)));
  const mean = churn.reduce((sum, share) => sum + share, 0) / churn.length;
  expect(mean).toBeGreaterThan(0.008);
  expect(mean).toBeLessThan(0.022);
  expect(await value("customers", "2026-10")).toBeGreaterThan(280);
});

test("its customers speak, ask and work as those of a healthy and imperfect business do", async () => {
  const year = "t12m:2026-10";
  const expected: [id: string, period: string, least: number, most: number][] = [
    ["net-promoter-score", year, 20, 40],
    ["customer-satisfaction-score", year, 0.8, 0.92],
    ["customer-effort-score", year, 5.1, 5.8],
    ["ticket-resolution-median", year, 7, 12],
    ["first-contact-resolution-rate", year, 0.58, 0.73],
    ["product-adoption-rate", year, 0.48, 0.65],
    ["time-to-value", year, 8, 17],
    ["upsell-cross-sell-conversion-rate", year, 0.2, 0.45],
    ["stickiness", "2026-10", 0.22, 0.36],
  ];
  const outside: (string | number)[][] = [];
  for (const [id, period, least, most] of expected) {
    const read = await value(id, period);
    if (!(read >= least && read <= most)) outside.push([id, read]);
  }
  expect(outside).toEqual([]);
});

test("an account's owner in the past stays its owner in the past", async () => {
  const owned = async (period: string) => {
    const { metrics } = await withTenant(scope, ({ sql }) => readMetrics(sql, scope, { ids: ["customers"], period, by: "owner" }), "read");
    return new Map(metrics[0]?.parts?.map(({ dimension, value }) => [dimension?.value, value]));
  };
  // The whole of Daniel's book is Lucas's since August 2025.
  expect((await owned("2025-06")).get(LUCAS) ?? 0).toBe(0);
  expect((await owned("2025-06")).get("daniel.achterberg@bellwether.example")).toBeGreaterThan(10);
  expect((await owned("2025-09")).get(LUCAS)).toBeGreaterThan(10);
  expect((await owned("2025-09")).get("daniel.achterberg@bellwether.example") ?? 0).toBe(0);
});

test("who leaves, or is about to, was reported before", async () => {
  const reported = (account: string, kind: string) =>
    withTenant(
      scope,
      ({ sql }) =>
        sql<{ day: string; open: boolean }>(
          "SELECT s.from_day::text AS day, s.until_day IS NULL AS open FROM app.signal s JOIN app.account a ON a.id = s.account_id WHERE a.external_id = $1 AND s.kind = $2 ORDER BY s.from_day",
          [account, kind],
        ),
      "read",
    );
  // The champion of S-03 went 118 days before today, and the renewal is 55 days ahead.
  const RISKS = SIGNALS.flatMap(({ face }) => (face.tone === "risk" ? face.id : []));
  expect(await reported("S-03", "champion-left")).toEqual([{ day: "2026-07-26", open: true }]);
  // S-02 left on 5 June, after a spring of tickets; the notice of S-01 came three weeks ago, long after its use had fallen.
  expect((await reported("S-02", "ticket-spike"))[0]?.day.slice(0, 7)).toBe("2026-04");
  expect((await reported("S-01", "usage-drop")).some(({ day, open }) => open && day < "2026-10-31")).toBe(true);
  expect((await reported("S-07", "onboarding-behind")).some(({ open }) => open)).toBe(true);
  // The card of S-08 failed 103 days before today, and its service stopped 80 days before: nothing else had warned of it since the spring.
  expect(await reported("S-08", "payment-failed")).toEqual([{ day: "2026-08-10", open: false }]);
  for (const kind of RISKS)
    expect((await reported("S-08", kind)).filter(({ day }) => day > "2026-04-01" && day < "2026-08-10")).toEqual([]);
});

test("its team has goals, some met and some not, and notes on its trends", async () => {
  const [targets, marks] = await withTenant(
    scope,
    async ({ sql }) => [await readTargets(sql, scope), await listMarks(sql, scope)] as const,
    "read",
  );
  expect(targets.length).toBeGreaterThan(5);
  const year = targets.find(({ metric, span }) => metric === "gross-revenue-retention" && span === "year");
  expect(await value("gross-revenue-retention", "t12m:2026-10")).toBeGreaterThan(year?.value ?? Number.NaN);
  const net = targets.find(({ metric, span }) => metric === "net-revenue-retention" && span === "year");
  expect(await value("net-revenue-retention", "t12m:2026-10")).toBeLessThan(net?.value ?? Number.NaN);
  expect(marks.map(({ sign }) => sign)).toEqual(["v1", null, null, null]);
});

test("a drop of use and a fall of health are worth a morning: churn follows them about three times as often as anything", async () => {
  const told = await withTenant(scope, ({ sql }) => readPrecedence(sql, scope, NOON), "read");
  const least = [
    ["usage-drop", 2.5],
    ["health-fell", 3],
  ] as const;
  for (const [kind, times] of least) {
    const { openings, share, base, verdict } = told.find((each) => each.kind === kind) ?? {};
    expect([kind, verdict]).toEqual([kind, "more"]);
    expect((share ?? 0) / (base ?? 1)).toBeGreaterThan(times);
    expect(openings).toBeGreaterThan(100);
  }
});

test("of one feature it can be said that its adopters are kept better, of some nothing, and of the rest not yet", async () => {
  const found = await withTenant(scope, ({ sql }) => readBeginners(sql, scope, NOON), "read");
  expect(found.followedDays).toBeGreaterThan(90);
  const records = featureRetention(found);
  expect(records.filter(({ says }) => says === "better").map(({ feature }) => feature)).toEqual(["Shift planner"]);
  expect(records[0] && opportunityWords(records[0])).toMatch(
    /^accounts that adopt Shift planner in their first 90 days keep \d+ pts better \(\d+ to \d+\)$/,
  );
  expect(new Set(records.map(({ says }) => says))).toEqual(new Set(["better", "nothing", "too-few"]));
});
