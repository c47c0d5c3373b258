import fc from "fast-check";
import { expect, test } from "vitest";
import { aucInterval } from "@/lib/kernel/auc-interval";
import { crossValidated } from "@/lib/kernel/cross-validation";
import { foldsOf } from "@/lib/kernel/folds";
import { fitPenalised } from "@/lib/kernel/penalised-logistic";

// Sixty accounts of three months each; what happens follows the first feature, not the second.
const CASES = Array.from({ length: 180 }, (_, i) => {
  const account = Math.floor(i / 3);
  const useful = ((account * 37) % 60) + (i % 3);
  return { group: `a${account}`, happened: (account * 37) % 60 < 20, features: [account % 7 === 0 ? null : useful, (i * 13) % 11, 5] };
});

test("the feature that tells has the weight, one that says nothing next to none, one that never varies none at all", () => {
  const model = fitPenalised(CASES);
  const [useful = 0, useless = 0, constant] = model?.weights ?? [];
  expect(useful).toBeLessThan(0);
  expect(Math.abs(useless ?? 0)).toBeLessThan(Math.abs(useful ?? 0) / 3);
  expect(constant).toBeNull();
  expect(model?.chance([1, 5, 5])).toBeGreaterThan(model?.chance([59, 5, 5]) ?? 1);
});

test("accounts foretold by others: a feature that tells is found out, a feature of the account's name is not", () => {
  const told = (features: (one: (typeof CASES)[number]) => (number | null)[]) => {
    const cases = CASES.map((one) => ({ ...one, features: features(one) }));
    const scores = crossValidated(cases, (some) => {
      const model = fitPenalised(some);
      return model && ((one) => model.chance(one.features));
    });
    return aucInterval(cases.map(({ group, happened }, i) => ({ group, happened, score: scores[i] ?? 0.5 })));
  };
  expect(told(({ features }) => [features[0] ?? null])?.auc).toBeGreaterThan(0.8);
  const [low, high] = told(({ group }) => [(Number(group.slice(1)) * 7919) % 101])?.interval ?? [1, 0];
  expect(low).toBeLessThan(0.5);
  expect(high).toBeGreaterThan(0.5);
});

test("one outcome, or nothing that varies, teaches nothing", () => {
  expect(fitPenalised([])).toBeNull();
  expect(fitPenalised(CASES.map((one) => ({ ...one, happened: false })))).toBeNull();
  expect(fitPenalised(CASES.map((one) => ({ ...one, features: [1, null] })))).toBeNull();
  expect(() => fitPenalised([...CASES, { group: "x", happened: true, features: [] }])).toThrow(RangeError);
});

test("law: a group lies in one fold, folds hold about as many groups, and the dealing is the same every time", () => {
  const cases = fc.array(fc.record({ group: fc.integer({ min: 0, max: 40 }).map(String), happened: fc.boolean() }), {
    minLength: 1,
    maxLength: 120,
  });
  fc.assert(
    fc.property(cases, fc.integer({ min: 2, max: 6 }), (given, count) => {
      const folds = foldsOf(given, count);
      expect(foldsOf(given, count)).toEqual(folds);
      const byGroup = new Map<string, Set<number>>();
      for (const [i, { group }] of given.entries()) byGroup.set(group, (byGroup.get(group) ?? new Set()).add(folds[i] ?? -1));
      expect([...byGroup.values()].every((found) => found.size === 1)).toBe(true);
      const sizes = Array.from({ length: count }, (_, fold) => [...byGroup.values()].filter((found) => found.has(fold)).length);
      expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
    }),
  );
});
