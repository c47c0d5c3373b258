import fc from "fast-check";
import { expect, test } from "vitest";
import { bandOf, type Component, gradeOf, healthScore } from "@/lib/kernel/health-score";

const weight = fc.oneof(fc.constant(0), fc.double({ min: 0.01, max: 1_000, noNaN: true }));
const score = fc.option(fc.double({ min: -50, max: 150, noNaN: true }), { nil: null });
const components = fc.array(fc.record({ weight, score }), { maxLength: 12 });
const near = (value: number) => expect.closeTo(value, 8);

test("what the parts add comes to the score, which lies between 0 and 100", () => {
  fc.assert(
    fc.property(components, (some) => {
      const { score: whole, coverage, contributions } = healthScore(some);
      expect(contributions).toHaveLength(some.length);
      if (whole === null) {
        expect(contributions.every((part) => part === null)).toBe(true);
        return;
      }
      expect(coverage).toBeGreaterThanOrEqual(0.5);
      expect(contributions.reduce<number>((sum, part) => sum + (part ?? Number.NaN), 0)).toEqual(near(whole));
      expect(whole).toBeGreaterThanOrEqual(0);
      expect(whole).toBeLessThanOrEqual(100 + 1e-9);
    }),
  );
});

test("to learn of a missing measure what the score is already changes nothing", () => {
  fc.assert(
    fc.property(components, fc.nat(), (some, pick) => {
      const { score: before } = healthScore(some);
      const missing = some.flatMap((component, index) => (component.score === null ? [index] : []));
      const index = missing[pick % Math.max(1, missing.length)];
      if (before === null || index === undefined) return;
      const told = some.map((component, place) => (place === index ? { ...component, score: before } : component));
      expect(healthScore(told).score).toEqual(near(before));
    }),
  );
});

test("a measure that rises never lowers the score", () => {
  fc.assert(
    fc.property(components, fc.nat(), fc.double({ min: 0, max: 100, noNaN: true }), (some, pick, by) => {
      const index = pick % Math.max(1, some.length);
      const raised: Component[] = some.map(({ weight, score }, place) => ({
        weight,
        score: score !== null && place === index ? score + by : score,
      }));
      const [before, after] = [healthScore(some), healthScore(raised)];
      expect(after.coverage).toBe(before.coverage);
      expect(after.score === null).toBe(before.score === null);
      expect(after.score ?? 0).toBeGreaterThanOrEqual((before.score ?? 0) - 1e-9);
    }),
  );
});

test("what has no weight does not count, and below half of the weight there is no score", () => {
  expect(
    healthScore([
      { weight: 1, score: 80 },
      { weight: 1, score: null },
      { weight: 0, score: 0 },
    ]),
  ).toEqual({
    score: 80,
    coverage: 0.5,
    contributions: [80, 0, 0],
  });
  expect(
    healthScore([
      { weight: 0.99, score: 80 },
      { weight: 1.01, score: null },
    ]).score,
  ).toBeNull();
  expect(healthScore([]).score).toBeNull();
  expect(healthScore([{ weight: 0, score: 80 }])).toEqual({ score: null, coverage: 0, contributions: [null] });
});

test("exactly half of the weight is enough, also where the sum of the weights ends a hair above what it is", () => {
  const half = [
    { weight: 0.3, score: 80 },
    { weight: 0.1, score: null },
    { weight: 0.2, score: null },
  ];
  expect(0.3 / (0.3 + 0.1 + 0.2)).toBeLessThan(0.5);
  expect(healthScore(half)).toEqual({ score: 80, coverage: 0.5, contributions: [80, 0, 0] });
  expect(healthScore([{ weight: 0.2999999999, score: 80 }, ...half.slice(1)]).score).toBeNull();
});

test("a weight below nothing and a figure that is no number are refused", () => {
  expect(() => healthScore([{ weight: -1, score: 1 }])).toThrow(RangeError);
  expect(() => healthScore([{ weight: Number.NaN, score: 1 }])).toThrow(RangeError);
  expect(() => healthScore([{ weight: 1, score: Number.NaN }])).toThrow(RangeError);
});

test("a band holds its lower edge, of the score as it is and not as it is shown", () => {
  const edges = { green: 70, yellow: 40 };
  expect([70, 69.999, 40, 39.999, 0].map((value) => bandOf(value, edges))).toEqual(["green", "yellow", "yellow", "red", "red"]);
  expect(bandOf(null, edges)).toBe("unknown");
  expect(bandOf(69.99999999999999, edges)).toBe("green"); // 70, as sums of thirds come to it
  expect(bandOf(69.9999999995, edges)).toBe("yellow"); // less than 70, however little
  expect([0, 1e-15].map((value) => bandOf(value, { green: 0.1 + 0.2, yellow: 0 }))).toEqual(["yellow", "yellow"]);
});

test("a grade never falls towards the green limit, whichever way that lies", () => {
  const limit = fc.double({ min: -1_000, max: 1_000, noNaN: true });
  fc.assert(
    fc.property(limit, limit, limit, limit, (red, green, one, other) => {
      const towards = green >= red ? Math.max(one, other) : Math.min(one, other);
      const away = one + other - towards;
      expect(gradeOf(towards, { red, green })).toBeGreaterThanOrEqual(gradeOf(away, { red, green }) - 1e-9);
      expect(gradeOf(green, { red, green })).toEqual(near(100));
    }),
  );
  expect([4, 2.5, 1, 0, 9].map((value) => gradeOf(value, { red: 4, green: 1 }))).toEqual([0, 50, 100, 100, 0]);
});
