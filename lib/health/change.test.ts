import fc from "fast-check";
import { expect, test } from "vitest";
import { changeBetween, type Side } from "@/lib/health/change";
import { BUILT_IN, type HealthConfig } from "@/lib/health/config";
import { MEASURES } from "@/lib/health/registry";
import { scoreBy } from "@/lib/health/score";

const ids = MEASURES.map(({ face }) => face.id);

const limits = (red: number, green: number) => ({
  ...{ red, green },
  younger: [
    { days: 60, red: red - 2, green: green - 9 },
    { days: 300, red: red - 1, green: green - 5 },
  ],
});

const config: fc.Arbitrary<HealthConfig> = fc
  .tuple(...ids.map(() => fc.tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 0, max: 9 }), fc.integer({ min: 10, max: 30 }))))
  .map((each) => ({
    bands: { green: 70, yellow: 40 },
    cards: [
      {
        id: "all",
        name: "All",
        match: null,
        weights: Object.fromEntries(ids.map((id, i) => [id, each[i]?.[0] ?? 1])),
        limits: Object.fromEntries(ids.map((id, i) => [id, limits(each[i]?.[1] ?? 0, each[i]?.[2] ?? 1)])),
      },
    ],
  }));

const side: fc.Arbitrary<Side> = fc.record({
  version: fc.integer({ min: 0, max: 9 }),
  card: fc.constant("all"),
  config,
  tenureDays: fc.integer({ min: 0, max: 900 }),
  inputs: fc.tuple(...ids.map(() => fc.option(fc.double({ min: -5, max: 40, noNaN: true }), { nil: null, freq: 4 }))),
  ages: fc.constant(ids.map(() => 0)),
});

const scoreOf = ({ config: { cards }, ...rest }: Side) => {
  const [card] = cards;
  return card ? scoreBy(card, rest, { bands: { green: 70, yellow: 40 }, cards }).score : null;
};

test("configuration, age, lost, customer and gained add up to the difference of two days' scores; without one of them there is none", () => {
  fc.assert(
    fc.property(side, side, (before, after) => {
      const change = changeBetween(before, after);
      const [then, now] = [scoreOf(before), scoreOf(after)];
      expect(change.before).toBe(then);
      expect(change.after).toBe(now);
      if (then === null || now === null) {
        expect(change.kind).toBe("unknown");
        return;
      }
      if (change.kind === "unknown") throw new Error("both days have a score");
      const customer = change.customer.reduce((sum, { by }) => sum + by, 0);
      expect(change.configuration.by + change.age.by + change.lost.by + customer + change.gained.by).toBeCloseTo(now - then, 9);
    }),
  );
});

test("limits that change with age are neither the customer's doing nor another configuration", () => {
  fc.assert(
    fc.property(side, fc.integer({ min: 0, max: 900 }), (before, tenureDays) => {
      const change = changeBetween(before, { ...before, tenureDays });
      if (change.kind === "unknown") return;
      expect(change.customer.every(({ by }) => by === 0)).toBe(true);
      expect([change.configuration.by, change.lost.by, change.gained.by]).toEqual([0, 0, 0]);
      expect(change.age.by).toBeCloseTo(change.by, 9);
    }),
  );
});

test("the day on which an account is as old as the others: seats of which 40 in 100 are in use go from 100 points to 40", () => {
  const known = (tenureDays: number): Side => ({
    ...{ version: 0, card: "everybody", config: BUILT_IN, tenureDays },
    inputs: ids.map((id) => (id === "seat-use" ? 0.4 : id === "pulse" ? 3 : null)),
    ages: ids.map(() => 0),
  });
  const weights = { "seat-use": 1, pulse: 1 };
  const config = { ...BUILT_IN, cards: BUILT_IN.cards.map((card) => ({ ...card, weights })) };
  // (100 + 50) ÷ 2 = 75 by the limits of an account younger than 60 days, (40 + 50) ÷ 2 = 45 by those of all others
  const change = changeBetween({ ...known(59), config }, { ...known(60), config });
  expect(change).toMatchObject({
    before: expect.closeTo(75, 9),
    after: expect.closeTo(45, 9),
    age: { by: expect.closeTo(-30, 9), days: [59, 60] },
  });
});

test("where a day has no score, it says what was not known on it", () => {
  const known: Side = {
    version: 0,
    card: "everybody",
    config: BUILT_IN,
    tenureDays: 400,
    inputs: ids.map(() => 0.5),
    ages: ids.map(() => 1),
  };
  const unknown = { ...known, inputs: ids.map(() => null) };
  expect(changeBetween(known, unknown)).toMatchObject({ kind: "unknown", after: null, missing: { before: [], after: ids } });
});
