import { expect, test } from "vitest";
import { BUILT_IN, HealthConfig } from "@/lib/health/config";
import { MEASURES } from "@/lib/health/registry";
import { PreviewRequest } from "@/lib/health/schema";
import { limitsOf } from "@/lib/health/score";

function withYounger(...ages: number[]) {
  const younger = ages.map((days) => ({ days, red: 0, green: days }));
  return {
    ...BUILT_IN,
    cards: BUILT_IN.cards.map((card) => ({ ...card, limits: { "feature-breadth": { red: 0, green: 1_000, younger } } })),
  };
}

test("limits for young accounts are put in order, so that an account has those for its age, in whatever order they were written", () => {
  const [card] = HealthConfig.parse(withYounger(180, 60)).cards;
  const breadth = MEASURES.find(({ face }) => face.id === "feature-breadth");
  if (card === undefined || breadth === undefined) throw new Error("there is a card, and such a measure");
  expect([30, 59, 60, 179, 180].map((days) => limitsOf(breadth, card, days).green)).toEqual([60, 60, 180, 180, 1_000]);
});

test("two limits of one age are refused in a draft; a version that was published with them still reads, and the first holds", () => {
  const draft = PreviewRequest.safeParse({ workspace: "w", config: withYounger(90, 30, 90) });
  expect(draft.error?.issues.map(({ message }) => message)).toEqual(["Two limits for young accounts are of one age."]);
  expect(PreviewRequest.safeParse({ workspace: "w", config: withYounger(90, 30) }).success).toBe(true);
  expect(HealthConfig.parse(withYounger(90, 30, 90)).cards[0]?.limits["feature-breadth"]?.younger?.map(({ days }) => days)).toEqual([
    30, 90, 90,
  ]);
});
