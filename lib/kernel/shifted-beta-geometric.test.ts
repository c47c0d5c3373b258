import fc from "fast-check";
import { expect, test } from "vitest";
import { discountedLifetime, discountedResidualLifetime } from "@/lib/kernel/discounted-lifetime";
import { fitBetaGeometric, logLikelihood, renewalShares, survival } from "@/lib/kernel/shifted-beta-geometric";

const HIGH_END = [1, 0.869, 0.743, 0.653, 0.593, 0.551, 0.517, 0.491];

test("the published fit of the High End segment: alpha 0.668, beta 3.806", () => {
  const model = fitBetaGeometric([HIGH_END]);
  expect(model?.alpha).toBeCloseTo(0.668, 3);
  expect(model?.beta).toBeCloseTo(3.806, 3);
});

test("shares and counts fit alike, and a cohort given twice is the same cohort", () => {
  const counts = HIGH_END.map((share) => Math.round(share * 1000));
  const [once, twice] = [fitBetaGeometric([counts]), fitBetaGeometric([counts, counts])];
  expect(once?.alpha).toBeCloseTo(fitBetaGeometric([HIGH_END])?.alpha ?? 0, 4);
  expect(twice?.beta).toBeCloseTo(once?.beta ?? 0, 4);
});

test("what the cohorts cannot tell is null", () => {
  expect(fitBetaGeometric([])).toBeNull();
  expect(fitBetaGeometric([[100, 90]])).toBeNull(); // one renewal
  expect(fitBetaGeometric([[100, 100, 100]])).toBeNull(); // nobody left
  expect(fitBetaGeometric([[100, 0, 0]])).toBeNull(); // nobody stayed
  expect(() => fitBetaGeometric([[100, 110]])).toThrow(RangeError);
});

test("with every chance equally likely S(t) is 1 ÷ (t + 1), and those who stay are ever likelier to", () => {
  expect(survival({ alpha: 1, beta: 1 }, 4)).toEqual([1, 1 / 2, expect.closeTo(1 / 3), 1 / 4, expect.closeTo(1 / 5)]);
  expect(renewalShares({ alpha: 1, beta: 1 }, 4)).toEqual([1 / 2, expect.closeTo(2 / 3), 3 / 4, 4 / 5]);
});

test("the log-likelihood per customer at the starting values is −2.115", () => {
  expect(logLikelihood({ alpha: 1, beta: 1 }, [HIGH_END])).toBeCloseTo(-2.115, 2);
  expect(logLikelihood({ alpha: 1, beta: 1 }, [])).toBe(0);
});

test("discounted lifetimes: the closed form, five payments, and what is left after seven renewals", () => {
  expect(discountedLifetime({ alpha: 1, beta: 1 }, 0.1)).toBeCloseTo(1.1 * Math.log(11), 9); // (1 + d) ln((1 + d) ÷ d)
  expect(discountedLifetime({ alpha: 0.704, beta: 1.182 }, 0.1, 5)).toBeCloseTo(2.4796892411, 9);
  expect(discountedResidualLifetime({ alpha: 0.668, beta: 3.806 }, 0.1, 7)).toBeCloseTo(7.53, 2);
  expect(() => discountedLifetime({ alpha: 1, beta: 1 }, 0)).toThrow(RangeError);
  expect(discountedLifetime({ alpha: 1, beta: 1 }, 0, 2)).toBe(1.5); // 1 + ½
});

const model = fc.record({ alpha: fc.double({ min: 0.1, max: 20, noNaN: true }), beta: fc.double({ min: 0.1, max: 20, noNaN: true }) });

test("law: survival falls from 1 and stays above 0, and retention rises", () => {
  fc.assert(
    fc.property(model, fc.integer({ min: 1, max: 40 }), (model, periods) => {
      const shares = survival(model, periods);
      const retention = renewalShares(model, periods);
      expect(shares.every((share, t) => share > 0 && share <= (shares[t - 1] ?? 1))).toBe(true);
      expect(retention.every((share, t) => share >= (retention[t - 1] ?? 0) && share < 1)).toBe(true);
    }),
  );
});

test("law: no model near the fitted one makes the cohorts likelier", () => {
  fc.assert(
    fc.property(model, fc.integer({ min: 3, max: 10 }), fc.double({ min: -0.2, max: 0.2, noNaN: true }), (truth, periods, step) => {
      const cohort = survival(truth, periods);
      const found = fitBetaGeometric([cohort]);
      if (found === null) return;
      const beside = { alpha: found.alpha * Math.exp(step), beta: found.beta * Math.exp(-step / 2) };
      expect(logLikelihood(found, [cohort])).toBeGreaterThanOrEqual(logLikelihood(beside, [cohort]) - 1e-9);
    }),
    { numRuns: 50 },
  );
});
