import { expect, test } from "vitest";
import type { Beginner } from "@/lib/health/features/first-use";
import { featureRetention } from "@/lib/health/features/retention";
import { opportunityWords } from "@/lib/health/features/words";

/** So many accounts of a plan that did or did not take the feature up, the first `kept` of which are kept. */
function some(whole: number, kept: number, { plan, uses }: { plan: string; uses: boolean }): Beginner[] {
  return Array.from({ length: whole }, (_, i) => ({
    accountId: `${plan} ${uses} ${i}`,
    startedOn: "2025-03-01",
    plan,
    mrr: 1_000,
    features: uses ? ["Reports"] : [],
    kept: i < kept,
  }));
}

test("100 of 110 adopters kept against 80 of 110 others, of one plan: 18 pts better, and an opportunity", () => {
  const accounts = [...some(110, 100, { plan: "Pro", uses: true }), ...some(110, 80, { plan: "Pro", uses: false })];
  const [found] = featureRetention({ accounts });
  expect(found).toMatchObject({
    feature: "Reports",
    adopters: { kept: 100, whole: 110 },
    others: { kept: 80, whole: 110 },
    says: "better",
  });
  expect(found?.adjusted?.difference).toBeCloseTo(20 / 110, 12);
  expect(found && opportunityWords(found)).toBe("accounts that adopt Reports in their first 90 days keep 18 pts better (8 to 28)");
});

test("the plan that keeps better also uses more: among accounts of one plan nothing differs, and no opportunity is named", () => {
  const accounts = [
    ...some(80, 72, { plan: "Pro", uses: true }),
    ...some(20, 18, { plan: "Pro", uses: false }),
    ...some(20, 10, { plan: "Free", uses: true }),
    ...some(80, 40, { plan: "Free", uses: false }),
  ];
  const [found] = featureRetention({ accounts }); // raw: 82 of 100 against 58 of 100
  expect(found?.adjusted?.difference).toBeCloseTo(0, 12);
  expect(found).toMatchObject({ says: "nothing" });
  expect(found && opportunityWords(found)).toBeNull();
});

test("below twenty on either side nothing is said", () => {
  const accounts = [...some(19, 19, { plan: "Pro", uses: true }), ...some(200, 100, { plan: "Pro", uses: false })];
  expect(featureRetention({ accounts })).toEqual([
    { feature: "Reports", adopters: { kept: 19, whole: 19 }, others: { kept: 100, whole: 200 }, adjusted: null, p: null, says: "too-few" },
  ]);
  expect(featureRetention({ accounts: [] })).toEqual([]);
});

test("one of twenty features that means nothing is not called one: each p is held against all", () => {
  const accounts = Array.from(
    { length: 200 },
    (_, i): Beginner => ({
      accountId: String(i),
      startedOn: "2025-03-01",
      plan: "Pro",
      mrr: 1_000,
      features: Array.from({ length: 20 }, (_, feature) => `F${feature}`).filter(
        (_, feature) => ((i * 2_654_435_761) >>> (feature + 3)) % 2 === 0,
      ),
      kept: ((i * 40_503) >>> 4) % 3 > 0,
    }),
  );
  const found = featureRetention({ accounts });
  expect(found).toHaveLength(20);
  expect(found.every(({ adjusted, p }) => adjusted !== null && p !== null && p >= adjusted.p)).toBe(true);
  expect(found.filter(({ says }) => says !== "nothing")).toEqual([]);
});
