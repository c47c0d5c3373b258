import { spawnSync } from "node:child_process";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { BUILT_IN, type HealthConfig } from "@/lib/health/config";
import type { Explained } from "@/lib/health/explain";
import { endOverride, publishVersion, setOverride } from "@/lib/health/mutations";
import { refreshHealth } from "@/lib/health/refresh";
import { UsageError } from "@/lib/kernel/usage-error";
import { refresh } from "@/lib/ledger/refresh";
import { type Sql, withTenant } from "@/lib/platform/db";
import { closePool } from "@/lib/platform/pool";
import type { Scope } from "@/lib/platform/scope";
import { testDatabase } from "@/tests/support/database";
import { felt, touched } from "@/tests/support/health";
import { aWorkspace, importText, rowsOf } from "@/tests/support/import";
import { command } from "./health";

/** By the built-in scorecards, by the first that were published, by the second. */
const [FOUNDING, FIRST, SECOND] = ["2026-03-02", "2026-03-06", "2026-03-10"] as const;

const card = (id: string, weights: Record<string, number>, segment?: string) => ({
  ...{ id, name: id, weights, limits: {} },
  match: segment === undefined ? null : { dimension: "segment" as const, values: [segment] },
});
const HALVES: HealthConfig = { ...BUILT_IN, cards: [card("all", { pulse: 1, sentiment: 1 })] };
const BY_SIZE: HealthConfig = {
  bands: { green: 80, yellow: 50 },
  cards: [card("small", { pulse: 1, sentiment: 3 }, "SMB"), card("rest", { pulse: 1, sentiment: 2 })],
};

let appUrl: string;
let scope: Scope;
const ids: Record<string, string> = {};

const write = <T>(work: (sql: Sql) => Promise<T>) => withTenant(scope, ({ sql }) => work(sql));

beforeAll(async () => {
  process.env.BELLWETHER_TODAY = SECOND;
  appUrl = (await testDatabase()).appUrl;
  scope = await aWorkspace(); // in Berlin, an hour before UTC in March
  await importText(
    scope,
    "accounts",
    [
      "externalId,name,segment,startedAt",
      "a,Ash,SMB,2025-01-01",
      "b,Birch,Large,2025-01-01",
      "c,Cedar,SMB,2025-01-01",
      "d,Dogwood,SMB,2026-03-08",
    ].join("\n"),
  );
  await importText(scope, "subscriptions", "externalId,account,startedAt,endedAt,amount,interval\ns,c,2025-01-01,2026-02-15,10,month\n");
  await importText(scope, "survey-responses", "externalId,account,kind,score,scale,answeredAt\nn,a,nps,8,10,2026-03-01\n");
  await felt(scope, 4, "2026-03-01T09:00:00Z", "a");
  await felt(scope, 2, "2026-03-09T09:00:00Z", "a");
  await felt(scope, 3, "2026-03-01T09:00:00Z", "b");
  await felt(scope, 5, "2026-03-06T22:59:59Z", "b"); // the last second of the sixth
  await felt(scope, 1, "2026-03-06T23:00:00Z", "b"); // the first of the seventh
  await felt(scope, 5, "2026-02-01T09:00:00Z", "c");
  for (const { id, name } of await rowsOf<{ id: string; name: string }>(scope, "SELECT id::text, name FROM app.account")) ids[name] = id;
  const by = (config: HealthConfig, base: number, at: string) =>
    write((sql) => publishVersion(sql, scope, { config, base, note: "Another" }, new Date(at)));
  await by(HALVES, 0, "2026-03-05T12:00:00Z");
  await by(BY_SIZE, 1, "2026-03-09T12:00:00Z");
  const set = (name: string, band: string, days: number, at: string) =>
    write((sql) => setOverride(sql, scope, { account: ids[name] ?? "", band, reason: `${name} was met`, days }, new Date(at)));
  await set("Ash", "red", 5, "2026-03-05T12:00:00Z"); // the fifth to the ninth
  await set("Birch", "green", 30, "2026-03-02T10:00:00Z");
  await write((sql) => endOverride(sql, scope, ids.Birch ?? "", new Date("2026-03-06T14:00:00Z")));
  const now = new Date(`${SECOND}T12:00:00Z`);
  await refresh(scope, now);
  await refreshHealth(scope, now);
});

afterAll(closePool);

async function explained(...flags: string[]): Promise<Explained[]> {
  const printed: unknown[] = [];
  const code = await command.run(["--workspace", scope.slug, ...flags], {
    json: (value) => printed.push(value),
    line: () => {},
    say: () => {},
  });
  expect([code, printed.length]).toEqual([0, 1]);
  return printed[0] as Explained[]; // what the command printed is what it explained
}

const on = (day: string) => explained("--as-of", day);
const short = (all: Explained[]) => all.map(({ externalId, score, band, coverage }) => [externalId, score, band, coverage]);
const near = (value: number) => expect.closeTo(value, 9);

describe("health at the end of a day", () => {
  // A pulse of 4 is (4 − 1) ÷ 4 = 75 points, an NPS of 8 in 10 is 80 and so (80 − 55) ÷ (90 − 55) = 71.43.
  const nps = (25 / 35) * 100;

  test("lists every account, those not scored too; below half of the weight there is no score", async () => {
    expect(BUILT_IN.cards[0]?.weights).toMatchObject({ sentiment: 15, pulse: 5 }); // of 100
    expect(short(await on(FOUNDING))).toEqual([
      ["a", null, "unknown", near(0.2)],
      ["b", null, "unknown", near(0.05)],
      ["c", null, "unknown", 0], // its subscriptions have all ended
      ["d", null, "unknown", 0], // it has not begun
    ]);
  });

  test("is by the version in force then, from what was known by midnight of the workspace; exactly half of the weight is enough", async () => {
    expect(short(await on(FIRST))).toEqual([
      ["a", near((75 + nps) / 2), "green", 1],
      ["b", near(100), "green", 0.5],
      ["c", null, "unknown", 0],
      ["d", null, "unknown", 0],
    ]);
    expect(short(await on(SECOND))).toEqual([
      ["a", near((25 + 3 * nps) / 4), "yellow", 1], // 59.8, by the card for SMB and its pulse of the ninth
      ["b", null, "unknown", near(1 / 3)],
      ["c", null, "unknown", 0],
      ["d", null, "unknown", 0],
    ]);
  });

  test("tells of each measure its value, its points, what it adds and of when it is; what is missing adds nothing", async () => {
    const [ash, birch] = await on(SECOND);
    expect(ash?.measures).toEqual([
      { id: "sentiment", value: near(80), score: near(nps), weight: 3, contribution: near((3 * nps) / 4), asOf: "2026-03-01" },
      { id: "pulse", value: 2, score: 25, weight: 1, contribution: near(25 / 4), asOf: "2026-03-09" },
    ]);
    expect(birch?.measures).toEqual([
      { id: "sentiment", value: null, score: null, weight: 2, contribution: null, asOf: null },
      { id: "pulse", value: 1, score: 0, weight: 1, contribution: null, asOf: "2026-03-07" },
    ]);
    for (const { score, measures } of [...(await on(FIRST)), ...(await on(SECOND))])
      if (score !== null) expect(measures.reduce((sum, { contribution }) => sum + (contribution ?? 0), 0)).toBeCloseTo(score, 9);
  });

  test("has the override that held at that instant beside it: not one to come, one ended early or one that has run out", async () => {
    const overrides = async (day: string) => (await on(day)).map(({ override }) => override?.band ?? null);
    expect(await overrides("2026-03-01")).toEqual([null, null, null, null]);
    expect(await overrides(FOUNDING)).toEqual([null, "green", null, null]);
    expect(await overrides("2026-03-05")).toEqual(["red", "green", null, null]);
    expect(await overrides(FIRST)).toEqual(["red", null, null, null]);
    expect(await overrides("2026-03-09")).toEqual(["red", null, null, null]);
    expect(await overrides(SECOND)).toEqual([null, null, null, null]);
    const [ash] = await on(FIRST);
    expect(ash).toMatchObject({ band: "green", override: { band: "red", reason: "Ash was met", author: "test" } });
    expect(new Date(ash?.override?.until ?? "").toISOString()).toBe("2026-03-09T23:00:00.000Z");
  });

  test("is what is kept of the day, and nothing is kept of accounts that are not scored", async () => {
    for (const [version, day] of [FOUNDING, FIRST, SECOND].entries()) {
      const kept = await rowsOf<{ id: string; score: number | null; band: string; coverage: number; version: number }>(
        scope,
        `SELECT a.external_id AS id, h.score, h.band, h.coverage, h.version FROM app.health_day h JOIN app.account a ON a.id = h.account_id
         WHERE h.day = $1::text::date ORDER BY 1`,
        [day],
      );
      expect(kept.map(({ id }) => id)).toEqual(day === SECOND ? ["a", "b", "d"] : ["a", "b"]);
      expect(kept.map((row) => row.version)).toEqual(kept.map(() => version));
      const told = short(await on(day)).filter(([id]) => kept.some((row) => row.id === id));
      expect(told).toEqual(kept.map(({ id, score, band, coverage }) => [id, score, band, coverage]));
    }
  });

  test("is of today where no day is named, and the same whatever comes in later", async () => {
    expect(await explained()).toEqual(await on(SECOND));
    const then = await on(FIRST);
    await felt(scope, 1, "2026-03-07T09:00:00Z", "a");
    await touched(scope, "call", "2026-03-08T09:00:00Z", "b");
    expect(await on(FIRST)).toEqual(then);
  });

  test("of a day or a workspace that there is not is wrong usage", async () => {
    await expect(on("2026-02-30")).rejects.toThrow(new UsageError("--as-of 2026-02-30 is no day; write 2024-12-31."));
    await expect(on("yesterday")).rejects.toThrow(UsageError);
    const program = ["--conditions=react-server", "--import", "tsx", "scripts/cli/main.ts", "health", "--workspace", scope.slug];
    const env = { ...process.env, DATABASE_URL: appUrl, NODE_OPTIONS: "" };
    const { status, stdout, stderr } = spawnSync(process.execPath, [...program, "--as-of", "2026-13-01"], { env, encoding: "utf8" });
    expect([status, stdout, stderr]).toEqual([2, "", "--as-of 2026-13-01 is no day; write 2024-12-31.\n"]);
    const none = command.run(["--workspace", "nowhere"], { json: () => {}, line: () => {}, say: () => {} });
    await expect(none).rejects.toThrow(UsageError);
  });
});
