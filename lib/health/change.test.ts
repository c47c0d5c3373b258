import fc from "fast-check";
import { expect, test } from "vitest";
import { changeBetween, type Side } from "@/lib/health/change";
import { BUILT_IN, type HealthConfig } from "@/lib/health/config";
import { MEASURES } from "@/lib/health/registry";
import { scoreBy } from "@/lib/health/score";

const ids = MEASURES.map(({ face }) => face.id);

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
        limits: Object.fromEntries(ids.map((id, i) => [id, { red: each[i]?.[1] ?? 0, green: each[i]?.[2] ?? 1 }])),
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

test("configuration, lost, customer and gained add up to the difference of two days' scores; without one of them there is none", () => {
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
      expect(change.configuration.by + change.lost.by + customer + change.gained.by).toBeCloseTo(now - then, 9);
    }),
  );
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
