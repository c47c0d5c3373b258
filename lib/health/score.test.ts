import { expect, test } from "vitest";
import { BUILT_IN, type HealthConfig, type Scorecard } from "@/lib/health/config";
import type { Inputs } from "@/lib/health/inputs";
import { MEASURES } from "@/lib/health/registry";
import { limitsOf, scoreOf } from "@/lib/health/score";

const CARD: Scorecard = { id: "rest", name: "Everybody else", match: null, weights: { "usage-trend": 3, sentiment: 1 }, limits: {} };

const near = (value: number) => expect.closeTo(value, 9);

function config(...cards: Scorecard[]): HealthConfig {
  return { ...BUILT_IN, cards };
}

/** An account of which only these are known. */
function account(known: Record<string, number>, dimensions: Inputs["dimensions"] = {}, tenureDays = 400) {
  const inputs = MEASURES.map(({ face }) => known[face.id] ?? null);
  return { tenureDays, dimensions, inputs, ages: inputs.map((value) => (value === null ? null : 2)) };
}

test("each measure is graded between its limits, and the parts add up to the score", () => {
  // Usage 0.75 lies halfway from 0.5 to 1: 50. Sentiment 81.25 lies three quarters of the way from 55 to 90: 75.
  const scored = scoreOf(account({ "usage-trend": 0.75, sentiment: 81.25 }), config(CARD));
  expect(scored).toMatchObject({ card: "rest", score: near((3 * 50 + 75) / 4), coverage: 1, band: "yellow" });
  expect(scored.parts.map(({ id, score, weight, contribution, age }) => [id, score, weight, contribution, age])).toEqual([
    ["usage-trend", near(50), 3, near(37.5), 2],
    ["sentiment", near(75), 1, near(18.75), 2],
  ]);
});

test("what is missing leaves its weight to the rest; below half of the weight there is no score, and no band", () => {
  expect(scoreOf(account({ "usage-trend": 0.75 }), config(CARD))).toMatchObject({ score: near(50), coverage: 0.75, band: "yellow" });
  const unknown = scoreOf(account({ sentiment: 100 }), config(CARD));
  expect(unknown).toMatchObject({ score: null, coverage: 0.25, band: "unknown" });
  expect(unknown.parts.map(({ contribution }) => contribution)).toEqual([null, null]);
});

test("an account's card is the first that matches, and the last matches everybody", () => {
  const large: Scorecard = { ...CARD, id: "large", match: { dimension: "segment", values: ["Enterprise", "Mid-market"] } };
  const late: Scorecard = { ...CARD, id: "renewing", match: { dimension: "stage", values: ["renewing"] } };
  const cardOf = (dimensions: Inputs["dimensions"]) => scoreOf(account({}, dimensions), config(late, large, CARD)).card;
  expect(cardOf({ segment: "Enterprise", stage: "renewing" })).toBe("renewing");
  expect(cardOf({ segment: "Mid-market", stage: "adopting" })).toBe("large");
  expect(cardOf({ segment: null })).toBe("rest");
});

test("limits are a card's own, else the measure's; a younger account has the first that is meant for its age", () => {
  const breadth = MEASURES.find(({ face }) => face.id === "feature-breadth");
  if (breadth === undefined) throw new Error("there is no such measure");
  expect(limitsOf(breadth, CARD, 89)).toMatchObject({ days: 90, green: 0.35 });
  expect(limitsOf(breadth, CARD, 90)).toMatchObject({ red: 0.15, green: 0.6 });
  const own: Scorecard = {
    ...CARD,
    limits: {
      "feature-breadth": {
        red: 0,
        green: 1,
        younger: [
          { days: 30, red: 0, green: 0.2 },
          { days: 60, red: 0, green: 0.5 },
        ],
      },
    },
  };
  expect([29, 30, 59, 60].map((days) => limitsOf(breadth, own, days).green)).toEqual([0.2, 0.5, 0.5, 1]);
});

test("a measure of no weight has no part, and where less is better red lies above green", () => {
  const card: Scorecard = { ...CARD, weights: { payment: 1, sentiment: 0 } };
  const scored = scoreOf(account({ payment: 6, sentiment: 0 }), config(card)); // a fifth of the way from 0 to 30 days
  expect(scored.parts.map(({ id, score }) => [id, score])).toEqual([["payment", near(80)]]);
  expect(scored.band).toBe("green");
});
