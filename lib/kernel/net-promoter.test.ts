import fc from "fast-check";
import { expect, test } from "vitest";
import { netPromoterInterval, netPromoterMargin, netPromoterScore } from "@/lib/kernel/net-promoter";

const answers = fc.record({ promoters: fc.nat(500), passives: fc.nat(500), detractors: fc.nat(500) });

test("three promoters, three passives and four detractors: 100 × (3 − 4) ÷ 10", () => {
  expect(netPromoterScore({ promoters: 3, passives: 3, detractors: 4 })).toBe(-10);
});

test("of no answers there is no score, no margin and no interval", () => {
  const none = { promoters: 0, passives: 0, detractors: 0 };
  expect([netPromoterScore(none), netPromoterMargin(none, "wald"), netPromoterInterval(none)]).toEqual([null, null, null]);
});

test("a half, a third and a sixth of 324 answers: variance 5 ÷ 9, error 100 × 0.745 ÷ 18 = 4.14", () => {
  const margin = netPromoterMargin({ promoters: 162, passives: 108, detractors: 54 }, "wald", 1.96);
  expect(margin?.error).toBeCloseTo(4.14087, 5);
  expect(margin?.reach).toBeCloseTo(8.116, 3); // 1.96 × 4.14087
  expect(margin?.interval.map((end) => end.toFixed(2))).toEqual(["25.22", "41.45"]);
});

test("five who all promote: Wald claims certainty, adjusted Wald says 17 and more", () => {
  const five = { promoters: 5, passives: 0, detractors: 0 };
  expect(netPromoterMargin(five, "wald")?.interval).toEqual([100, 100]);
  expect(netPromoterMargin(five, "adjusted_wald")?.centre).toBe(62.5); // 100 × (5.75 − 0.75) ÷ 8
  const [low, high] = netPromoterInterval(five) ?? [];
  expect(low).toBeCloseTo(17.4914530342, 9);
  expect(high).toBe(100);
});

test("from 100 answers on it is Wald, unless all agree", () => {
  const hundred = { promoters: 60, passives: 25, detractors: 15 };
  expect(netPromoterInterval(hundred)).toEqual(netPromoterMargin(hundred, "wald")?.interval);
  const fewer = { ...hundred, passives: 24 };
  expect(netPromoterInterval(fewer)).toEqual(netPromoterMargin(fewer, "adjusted_wald")?.interval);
  const agreed = { promoters: 0, passives: 200, detractors: 0 };
  expect(netPromoterInterval(agreed)).toEqual(netPromoterMargin(agreed, "adjusted_wald")?.interval);
});

test("law: the interval holds the score and stays on the scale, and turning the answers round turns it round", () => {
  fc.assert(
    fc.property(answers, (given) => {
      const score = netPromoterScore(given);
      const interval = netPromoterInterval(given);
      if (score === null || interval === null) return expect([score, interval]).toEqual([null, null]);
      expect(interval[0]).toBeGreaterThanOrEqual(-100);
      expect(interval[0]).toBeLessThanOrEqual(score + 1e-9);
      expect(interval[1]).toBeGreaterThanOrEqual(score - 1e-9);
      expect(interval[1]).toBeLessThanOrEqual(100);
      const turned = netPromoterInterval({ promoters: given.detractors, passives: given.passives, detractors: given.promoters }) ?? [];
      expect(turned[0]).toBeCloseTo(-interval[1], 9);
      expect(turned[1]).toBeCloseTo(-interval[0], 9);
    }),
  );
});
