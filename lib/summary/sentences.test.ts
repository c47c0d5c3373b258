import { expect, test } from "vitest";
import type { Reading } from "@/lib/metrics/types";
import { quartersOf } from "@/lib/renewals/calendar";
import type { ToldMover } from "@/lib/summary/movers/rules";
import { sentencesOf, sentenceText, type Told } from "@/lib/summary/sentences";

const reading = (id: string, value: number | null, details: Reading["details"] = {}): Reading => ({
  ...{ id, unit: "share", period: { start: "2026-10-01", end: "2026-11-01" }, value, numerator: null, denominator: null },
  ...{ rows: 1, interval: null, asOf: "2026-11-03T08:00:00Z", partial: false, details, parts: null },
});

const mover = (name: string, by: number, words: string): ToldMover => ({
  ...{ accountId: name.toLowerCase(), name, month: "2026-10-01", class: by > 0 ? "new" : "churn", by, reason: null },
  cause: { words, from: "told" },
});

const cell = { month: "2026-12-01", state: "red", contracts: 2, value: 0, acv: 2_400_000, unpriced: 0, called: 1, callAmount: 0 } as const;

const TOLD: Told = {
  currency: "USD",
  periods: { year: "t12m:2026-10", month: "2026-10" },
  bridge: reading("new-mrr", 0, {
    ...{ opening: 10_000_000, closing: 10_500_000, new: 900_000, expansion: 0, reactivated: 0, contraction: 100_000, churned: 300_000 },
  }),
  retention: { reading: reading("net-revenue-retention", 1.0452), target: 1.1 },
  losses: [mover("Acme", -200_000, "“too expensive”"), mover("Birch", -100_000, "no cause told")],
  gains: [mover("Cedar", 900_000, "Team (20 seats) began")],
  quarters: quartersOf([cell, { ...cell, month: "2027-01-01", state: "green", called: 2 }], "2026-10-01", "2027-04-01").map(
    ({ quarter }) => quarter,
  ),
  coverage: {
    atRisk: { accounts: 3, mrr: 500_000 },
    untouched: { accounts: 2, mrr: 300_000 },
    rows: [{ id: "elm", name: "Elm", owner: null, mrr: 200_000, score: 20, touchedOn: null }],
  },
};

const told = (more: Partial<Told> = {}) => sentencesOf({ ...TOLD, ...more }).map(sentenceText);

test("what happened names what came, what went and where it stands to the target", () => {
  // 100,000 + 9,000 − 3,000 − 1,000 = 105,000
  expect(told()[0]).toBe(
    "In Oct 2026 MRR grew from $100K to $105K (+5%): gained $9K from new customers; lost $3K by churn and $1K by contraction. Over twelve months net revenue retention is 104.5%, 110.0% was the target.",
  );
});

test("why names the accounts, each with its cause, and how much of the loss they are", () => {
  // (2,000 + 1,000) ÷ (3,000 + 1,000) = 75 %
  expect(told()[1]).toBe(
    "The largest loss was Acme ($2K, “too expensive”), then Birch ($1K, no cause told); the 2 largest are 75% of what was lost. The largest gain was Cedar ($9K, Team (20 seats) began).",
  );
});

test("what comes next counts what is open, at risk and not called, and names whom nobody touched", () => {
  expect(told()[2]).toBe(
    "Of Q4 2026 and Q1 2027, 4 renewals worth $48K a year are open, $24K of it at risk, 1 not called. $5K of MRR in 3 accounts is at risk today; nobody touched 2 of them in 14 days, first of all Elm ($2K).",
  );
});

test("where there is nothing to tell, that is said, and nothing is made up", () => {
  const nothing = { atRisk: { accounts: 0, mrr: 0 }, untouched: { accounts: 0, mrr: 0 }, rows: [] };
  const empty = reading("new-mrr", 0, { opening: 0, closing: 0 });
  expect(
    told({
      bridge: empty,
      retention: null,
      losses: [],
      gains: [],
      quarters: quartersOf([], "2026-10-01", "2027-04-01").map(({ quarter }) => quarter),
      coverage: nothing,
    }),
  ).toEqual([
    "In Oct 2026 there was no recurring revenue to tell of.",
    "No account left or shrank. No account joined or grew.",
    "Of Q4 2026 and Q1 2027, no renewal is open. No paying account is at risk today.",
  ]);
});

test("a missing rate is told instead of a sum, and an open month says that it is so far", () => {
  expect(told({ bridge: { ...TOLD.bridge, missingRates: ["EUR"] }, retention: null })[0]).toBe(
    "In Oct 2026 money cannot be added up: there is no exchange rate for EUR.",
  );
  expect(told({ bridge: { ...TOLD.bridge, partial: true } })[0]).toMatch(/^In Oct 2026, so far, MRR grew/);
});

test("each number and account leads to where it comes from", () => {
  const pieces = sentencesOf(TOLD).flatMap((sentence) => sentence.pieces);
  expect(pieces.filter(({ metric }) => metric).map(({ text, metric }) => [text, metric?.id, metric?.period])).toEqual([
    ["$105K", "mrr", "2026-10"],
    ["$9K", "new-mrr", "2026-10"],
    ["$3K", "churned-mrr", "2026-10"],
    ["$1K", "contraction-mrr", "2026-10"],
    ["104.5%", "net-revenue-retention", "t12m:2026-10"],
  ]);
  expect(pieces.flatMap(({ account }) => account ?? [])).toEqual(["acme", "birch", "cedar", "elm"]);
});
