import { afterAll, beforeAll, expect, test } from "vitest";
import { BUILT_IN, type HealthConfig } from "@/lib/health/config";
import { publishVersion } from "@/lib/health/mutations";
import { checkHealth } from "@/lib/health/rebuild";
import { refreshHealth } from "@/lib/health/refresh";
import { refresh } from "@/lib/ledger/refresh";
import { withTenant } from "@/lib/platform/db";
import { closePool } from "@/lib/platform/pool";
import type { Scope } from "@/lib/platform/scope";
import { testDatabase } from "@/tests/support/database";
import { aWorkspace, importText, rowsOf } from "@/tests/support/import";

const [everybody] = BUILT_IN.cards;
if (!everybody) throw new Error("there is no built-in scorecard");
const GOLD: HealthConfig["cards"][number] = { ...everybody, id: "gold", name: "Gold", match: { dimension: "plan", values: ["Gold"] } };

let scope: Scope;

beforeAll(async () => {
  process.env.BELLWETHER_TODAY = "2026-03-10";
  await testDatabase();
  scope = await aWorkspace({ currency: "USD", timeZone: "Europe/Berlin" });
  await importText(scope, "accounts", "externalId,name\ntwo,Two currencies\none,One currency\nhome,At home\n");
  await importText(
    scope,
    "subscriptions",
    `externalId,account,startedAt,amount,currency,interval,plan
g,two,2026-01-05,1000,EUR,month,Gold
b,two,2026-01-05,1100,USD,month,Basic
o,one,2026-01-05,1000,EUR,month,Gold
h,home,2026-01-05,1000,USD,month,Gold
i,home,2026-01-05,900,USD,month,Basic
`,
  );
  await rate("2026-01", 1.2);
  await withTenant(scope, ({ sql }) =>
    publishVersion(
      sql,
      scope,
      { config: { ...BUILT_IN, cards: [GOLD, everybody] }, base: 0, note: "Gold apart" },
      new Date("2026-01-01T12:00:00Z"),
    ),
  );
  await bringUpToDate();
});

afterAll(closePool);

async function bringUpToDate(): Promise<void> {
  await refresh(scope);
  await refreshHealth(scope);
}

function rate(month: string, is: number): Promise<unknown> {
  return importText(scope, "exchange-rates", `currency,month,rate\nEUR,${month},${is}\n`);
}

async function cardsOn(day: string): Promise<Record<string, string>> {
  const rows = await rowsOf<{ id: string; card: string }>(
    scope,
    "SELECT a.external_id AS id, h.card FROM app.health_day h JOIN app.account a ON a.id = h.account_id WHERE h.day = $1::date",
    [day],
  );
  return Object.fromEntries(rows.map(({ id, card }) => [id, card]));
}

function marked(): Promise<{ id: string; from: string }[]> {
  return rowsOf(
    scope,
    `SELECT a.external_id AS id, (d.from_at AT TIME ZONE 'Europe/Berlin')::text AS from FROM app.dirty_health d JOIN app.account a ON a.id = d.account_id`,
  );
}

// 1000 EUR at 1.2 are 1200 USD, more than 1100; at 1.0 they are less.
test("a corrected rate that makes another plan the largest gives the account that plan's scorecard, from the rate's month on", async () => {
  expect(await cardsOn("2026-02-01")).toEqual({ two: "gold", one: "gold", home: "gold" });
  await rate("2026-01", 1);
  expect(await marked()).toEqual([{ id: "two", from: "2026-01-01 00:00:00" }]);
  await bringUpToDate();
  expect(await cardsOn("2026-02-01")).toEqual({ two: "everybody", one: "gold", home: "gold" });
  expect(await checkHealth(scope)).toMatchObject({ health_day: { different: 0 } });
});

test("a new rate marks no day before its month", async () => {
  await rate("2026-03", 1.5);
  expect(await marked()).toEqual([{ id: "two", from: "2026-03-01 00:00:00" }]);
  await bringUpToDate();
  expect(await checkHealth(scope)).toMatchObject({ health_day: { different: 0 } });
});
