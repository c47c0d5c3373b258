import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { listAccounts } from "@/lib/accounts/data";
import { overridesSql } from "@/lib/accounts/overrides";
import type { HealthConfig } from "@/lib/health/config";
import { BUILT_IN } from "@/lib/health/config";
import { readAccountHealth, readHealthSummary, readPreviewOf, readScorecards } from "@/lib/health/data";
import { endOverride, publishVersion, setOverride } from "@/lib/health/mutations";
import { refreshHealth } from "@/lib/health/refresh";
import { refresh } from "@/lib/ledger/refresh";
import { type Sql, withTenant } from "@/lib/platform/db";
import { closePool } from "@/lib/platform/pool";
import type { Scope } from "@/lib/platform/scope";
import { testDatabase } from "@/tests/support/database";
import { importText } from "@/tests/support/import";
import { newWorkspace } from "@/tests/support/workspace";

const TODAY = "2026-03-10";

let scope: Scope;
let account: string;

const inTenant = <T>(work: (sql: Sql) => Promise<T>) => withTenant(scope, ({ sql }) => work(sql));
const at = (day: string) => new Date(`${day}T12:00:00Z`);

/** Reads as of noon of a day, as a page does. */
async function on<T>(day: string, read: (sql: Sql) => Promise<T>): Promise<T> {
  process.env.BELLWETHER_TODAY = day;
  return inTenant(read).finally(() => {
    process.env.BELLWETHER_TODAY = TODAY;
  });
}

const health = (day = TODAY) => on(day, (sql) => readAccountHealth(sql, scope, account));
const summary = (day = TODAY) => on(day, (sql) => readHealthSummary(sql, scope, { where: {}, days: 30 }));

beforeAll(async () => {
  process.env.BELLWETHER_TODAY = TODAY;
  await testDatabase();
  scope = await newWorkspace();
  await importText(scope, "accounts", "externalId,name,segment,startedAt\nq,Quarry,SMB,2025-01-01\nr,Reed,SMB,2025-01-01\n");
  await importText(
    scope,
    "subscriptions",
    "externalId,account,startedAt,amount,currency,interval\nsq,q,2025-01-01,5000,USD,month\nsr,r,2025-01-01,2000,USD,month\n",
  );
  // Quarry used it every week until the end of January and a third as often since; Reed as ever. Both answer with a 9.
  const uses = (id: string, busy: number, now: number) =>
    Array.from({ length: 23 }, (_, week) => {
      const day = new Date(Date.parse("2025-10-06") + week * 7 * 86_400_000).toISOString().slice(0, 10);
      return `u${id}${week},${id},board,${day},${day < "2026-02-09" ? busy : now}`;
    });
  await importText(scope, "usage", ["externalId,account,feature,at,count", ...uses("q", 9, 3), ...uses("r", 5, 5)].join("\n"));
  await importText(
    scope,
    "survey-responses",
    "externalId,account,kind,score,scale,answeredAt\na1,q,nps,9,10,2026-01-20\na2,r,nps,9,10,2026-01-20\n",
  );
  await refresh(scope, at(TODAY));
  await refreshHealth(scope, at(TODAY));
  account = (await inTenant((sql) => sql<{ id: string }>("SELECT id::text FROM app.account WHERE external_id = 'q'")))[0]?.id ?? "";
});

afterAll(closePool);

describe("an override", () => {
  test("counts from the moment it is set, keeps the computed score beside it, and is over by time alone", async () => {
    const before = await health();
    await inTenant((sql) => setOverride(sql, scope, { account, band: "red", reason: "Their sponsor leaves", days: 30 }, at(TODAY)));
    const set = await health();
    expect(set).toMatchObject({ band: "red", computed: before?.computed, score: before?.score });
    expect(set?.override).toMatchObject({ reason: "Their sponsor leaves", author: "test", on: TODAY, untilOn: "2026-04-08" });
    expect((await summary())?.cells.filter(({ band }) => band === "red")).toMatchObject([{ accounts: 1, mrr: 5_000, overridden: 1 }]);
    const page = await on(TODAY, (sql) =>
      listAccounts(sql, scope, { search: "", where: {}, state: null, band: "red", sort: "mrr", after: null, limit: 9 }, at(TODAY)),
    );
    expect(page.rows.map(({ name, band, score }) => ({ name, band, score }))).toEqual([{ name: "Quarry", band: "red", score: set?.score }]);
    // Nothing runs in between: the last of its thirty days is the 8th of April, and the 9th is no longer one of them.
    expect(await inTenant((sql) => runningOn(sql, "2026-04-08T23:59:59Z"))).toBe(1);
    expect(await inTenant((sql) => runningOn(sql, "2026-04-09T00:00:01Z"))).toBe(0);
  });

  test("gives way to a newer one, and can be ended before its time, once", async () => {
    await inTenant((sql) => setOverride(sql, scope, { account, band: "green", reason: "They signed again", days: 1 }, at(TODAY)));
    expect(await health()).toMatchObject({ band: "green", override: { untilOn: TODAY } });
    await inTenant((sql) => endOverride(sql, scope, account, at(TODAY)));
    expect(await health()).toMatchObject({ override: null });
    await expect(inTenant((sql) => endOverride(sql, scope, account, at(TODAY)))).rejects.toThrow("No override holds");
  });

  test("of an account that is not there is refused", async () => {
    const set = inTenant((sql) => setOverride(sql, scope, { account: scope.workspaceId, band: "red", reason: "None", days: 3 }, at(TODAY)));
    await expect(set).rejects.toThrow("no longer here");
  });
});

describe("a version of the scorecards", () => {
  const strict: HealthConfig = { ...BUILT_IN, bands: { green: 99.9, yellow: 99 } };

  test("is previewed as it will be: the accounts that the preview moves are those that move when it is published", async () => {
    const preview = await inTenant((sql) => readPreviewOf(sql, scope, { config: strict }));
    expect(preview).toMatchObject({ accounts: 2, shifted: 1, shifts: [{ name: "Quarry", from: "yellow", to: "red", mrr: 5_000 }] });
    const { number } = await inTenant((sql) => publishVersion(sql, scope, { config: strict, note: "Stricter", base: 0 }, at(TODAY)));
    await refreshHealth(scope, at(TODAY));
    const after = await summary();
    const counts = (band: string) => after?.cells.filter((cell) => cell.band === band).reduce((sum, cell) => sum + cell.accounts, 0);
    for (const band of ["green", "yellow", "red", "unknown"] as const) expect(counts(band)).toBe(preview?.after[band]);
    expect(after).toMatchObject({ version: number, bands: strict.bands });
  });

  test("holds from its day on: the days before keep theirs, and what changed on it is called configuration", async () => {
    const line = await health();
    expect(line?.history.map(({ version }) => version).filter((version) => version === 1)).toHaveLength(1);
    expect(line?.history.at(-1)?.version).toBe(1);
    if (line?.change?.change.kind !== "known") throw new Error("both days have a score");
    const { configuration, age, customer, lost, gained, before, after } = line.change.change;
    const sum = configuration.by + age.by + lost.by + gained.by + customer.reduce((whole, { by }) => whole + by, 0);
    expect(sum).toBeCloseTo(after - before, 9);
    expect(configuration.version).toEqual([0, 1]);
  });

  test("made from another than the newest is refused, and nothing is published", async () => {
    const late = inTenant((sql) => publishVersion(sql, scope, { config: BUILT_IN, note: "Too late", base: 0 }, at(TODAY)));
    await expect(late).rejects.toThrow("Somebody else published");
    expect((await inTenant((sql) => readScorecards(sql, scope))).versions.map(({ number }) => number)).toEqual([1, 0]);
  });
});

async function runningOn(sql: Sql, instant: string): Promise<number> {
  const rows = await sql(`SELECT o.id::text FROM (${overridesSql("$1::timestamptz")}) AS o`, [instant]);
  return rows.length;
}
