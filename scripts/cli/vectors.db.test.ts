import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { identity } from "@/lib/platform/identity";
import { closePool } from "@/lib/platform/pool";
import { testDatabase } from "@/tests/support/database";
import { command } from "./vectors";

let folder: string;

beforeAll(async () => {
  await testDatabase();
  folder = await mkdtemp(join(tmpdir(), "vectors-"));
});

afterAll(async () => {
  await closePool();
  await rm(folder, { recursive: true });
});

async function run(vectors: readonly object[], ...flags: string[]) {
  const file = join(folder, "vectors.json");
  await writeFile(file, JSON.stringify(vectors));
  const lines: string[] = [];
  const code = await command.run([file, ...flags], { json: () => {}, say: () => {}, line: (text) => lines.push(text) });
  return { code, lines };
}

const subscription = { subscription_id: "s", customer_id: "a", start: "2024-01-01", end: null, interval: "month" };

// 100 + 1,200 ÷ 12 − what is not there yet = 200
const snapshot = {
  id: "SUM",
  metric: "mrr.snapshot",
  input: {
    before: "2024-04-01",
    subscriptions: [
      { ...subscription, amount_cents: 10000 },
      { ...subscription, subscription_id: "y", amount_cents: 120000, interval: "year" },
      { ...subscription, subscription_id: "late", start: "2024-04-01", amount_cents: 7000 },
      { ...subscription, subscription_id: "use", usage_type: "METERED", amount_cents: 900 },
    ],
  },
  expected: { mrr_cents: 20000, customers: 1 },
  tolerance: 0.5,
};
const ratio = { id: "PCT", metric: "ratio.pct", input: { numerator: 1, denominator: 4 }, expected: { pct: 25 }, tolerance: 0 };
const unknown = { ...ratio, id: "WHAT", metric: "ratio.of_luck" };

test("records are loaded, derived and read; the scratch workspace is gone afterwards", async () => {
  expect(await run([snapshot, ratio])).toEqual({ code: 0, lines: ["2 passed, 0 failed"] });
  expect(await identity("workspaces", [])).toEqual([]);
});

test("a rate and a time are taken with all the places a number has", async () => {
  const rate = {
    id: "RATE",
    metric: "mrr.snapshot",
    input: {
      before: "2024-04-01",
      subscriptions: [{ ...subscription, currency: "EUR", amount_cents: 33000 }],
      fx: { "2024-01-01": { EUR: 1 / 1.1, JPY: 1e-7 } },
    },
    expected: { mrr_cents: 30000 }, // 33,000 ÷ 1.1
    tolerance: 1e-6,
  };
  const hours = {
    id: "HOURS",
    metric: "tickets.resolution",
    input: {
      period: { start: "2024-01-01", end: "2024-02-01" },
      tickets: [{ id: "t", created_at: "2024-01-02T00:00:00Z", status: "solved", resolution_hours: 4 / 3 }],
    },
    expected: { full: { n: 1, mean_hours: 4 / 3 } },
    tolerance: 1e-9,
  };
  expect(await run([rate, hours])).toEqual({ code: 0, lines: ["2 passed, 0 failed"] });
});

test("a wrong answer and an unknown metric each fail with a line", async () => {
  expect(await run([{ ...ratio, expected: { pct: 26 } }, unknown, ratio])).toEqual({
    code: 1,
    lines: ["PCT ratio.pct: pct is 25, expected 26", "WHAT ratio.of_luck: the product knows no such metric", "1 passed, 2 failed"],
  });
});

test("a metric or a family can be picked, and the first failure can be the last", async () => {
  expect((await run([snapshot, unknown, ratio], "--only", "ratio.pct")).lines).toEqual(["1 passed, 0 failed"]);
  expect((await run([unknown, ratio], "--only", "ratio.*", "--fail-fast")).lines.at(-1)).toBe("0 passed, 1 failed");
  await expect(run([ratio], "--only", "nps.*")).rejects.toThrow("No vector in the file is of that metric.");
});
