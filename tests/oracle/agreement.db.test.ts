import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { refresh } from "@/lib/ledger/refresh";
import { metrics } from "@/lib/metrics/registry";
import { closePool } from "@/lib/platform/pool";
import type { Scope } from "@/lib/platform/scope";
import { everyNumber } from "@/tests/oracle/all";
import { against, cutFor, read, split, type View } from "@/tests/oracle/compare";
import { shelf } from "@/tests/oracle/generate-life";
import type { Life } from "@/tests/oracle/life";
import { type Narrowing, narrowed } from "@/tests/oracle/narrow";
import { tell } from "@/tests/oracle/tell";
import { testDatabase } from "@/tests/support/database";
import { newWorkspace } from "@/tests/support/workspace";

const SEED = Number(process.env.SEED ?? 20_261_121);
const BOOKS = Number(process.env.BOOKS ?? 1000);
const ON_A_SHELF = 50;
const LONG_AFTER = "2027-06-01T00:00:00.777Z";

// Long over, over a moment ago, and not over. No record falls on the very instant of a reading.
const VIEWS: readonly View[] = [
  { period: "2024-03", asOf: new Date(LONG_AFTER) },
  { period: "2024-02", asOf: new Date("2024-03-02T12:34:56.777Z") },
  { period: "2024-04", asOf: new Date("2024-04-10T01:23:45.777Z") },
  { period: "2024-Q1", asOf: new Date("2024-04-20T12:34:56.777Z") },
  { period: "t12m:2024-06", asOf: new Date(LONG_AFTER) },
  { period: "2024-02-10..2024-03-11", asOf: new Date("2024-03-20T12:34:56.777Z") },
];

const NARROWINGS: readonly Narrowing[] = [{ channel: "email" }, { priority: null }, { kind: "upsell" }, { kind: "csat" }, { feature: "x" }];

beforeAll(async () => {
  await testDatabase();
});
afterAll(closePool);

test("the oracle knows every number but those of health", () => {
  const [life] = fc.sample(shelf(1), { seed: SEED, numRuns: 1 });
  if (life === undefined) throw new Error("nothing was drawn");
  const known = everyNumber(
    { ...life, rules: { ...life.rules, ces_scale: 7 } },
    cutFor(life, { period: "2024-03", asOf: new Date(LONG_AFTER) }),
  );
  const unknown = metrics.filter(({ face }) => face.group !== "Health" && known[face.id] === undefined);
  expect(unknown.map(({ face }) => face.id)).toEqual([]);
});

test(`every number of every book is the oracle's (seed ${SEED}, ${BOOKS} books)`, { timeout: 900_000 }, async () => {
  const shelves = fc.sample(shelf(ON_A_SHELF), { seed: SEED, numRuns: Math.ceil(BOOKS / ON_A_SHELF) });
  const wrong: string[] = [];
  for (const [place, life] of shelves.entries()) {
    const scope = await newWorkspace(life.rules);
    await tell(scope, life);
    await refresh(scope);
    const say = (what: string) => `shelf ${place} (${life.rules.timeZone}), ${what}`;
    for (const view of VIEWS.filter((_, index) => (index + place) % 2 === 0))
      wrong.push(...(await split(scope, life, view, "segment")).map(say));
    for (const view of VIEWS.filter((_, index) => index === place % VIEWS.length)) {
      wrong.push(...(await split(scope, life, view, "region")).map(say));
      for (const where of NARROWINGS.filter((_, index) => index === place % NARROWINGS.length))
        wrong.push(...(await narrow(scope, life, view, where)).map(say));
    }
  }
  expect(wrong).toEqual([]);
});

/** Only some of the records. */
async function narrow(scope: Scope, life: Life, view: View, where: Narrowing): Promise<string[]> {
  const expected = narrowed(life, cutFor(life, view), where);
  const readings = await read(scope, { ...view, where });
  expect(Object.keys(expected).filter((id) => !readings.some((reading) => reading.id === id))).toEqual([]);
  return readings.flatMap((reading) => against(reading, expected[reading.id], view).map((what) => `${JSON.stringify(where)}, ${what}`));
}
