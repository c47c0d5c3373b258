import { expect, test } from "vitest";
import { isSame, shareOf, withCard, withMoved, withNewCard, withoutCard, withWeight } from "@/app/w/[workspace]/health/scorecards/draft";
import { BUILT_IN } from "@/lib/health/config";

test("a new card comes before the one for everybody else, which stays the last", () => {
  const one = withNewCard(BUILT_IN);
  const two = withNewCard(one.draft);
  expect(two.draft.cards.map(({ id }) => id)).toEqual([one.id, two.id, "everybody"]);
  expect(withMoved(two.draft, two.id, -1).cards.map(({ id }) => id)).toEqual([two.id, one.id, "everybody"]);
  expect(withMoved(two.draft, two.id, 1)).toEqual(two.draft);
  expect(withoutCard(two.draft, one.id).cards.map(({ id }) => id)).toEqual([two.id, "everybody"]);
});

test("a draft that was changed back is no draft", () => {
  const weight = BUILT_IN.cards[0]?.weights["usage-trend"] ?? 0;
  const changed = withCard(BUILT_IN, "everybody", (card) => withWeight(card, "usage-trend", weight + 1));
  expect(isSame(changed, BUILT_IN)).toBe(false);
  expect(
    isSame(
      withCard(changed, "everybody", (card) => withWeight(card, "usage-trend", weight)),
      BUILT_IN,
    ),
  ).toBe(true);
});

test("a measure's share is of all the weight of its card", () => {
  const card = { id: "x", name: "X", match: null, weights: { "usage-trend": 30, sentiment: 10, payment: 0 }, limits: {} };
  expect([shareOf(card, "usage-trend"), shareOf(card, "payment"), shareOf(card, "pulse")]).toEqual([0.75, 0, 0]);
});
