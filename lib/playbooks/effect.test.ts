import { expect, test } from "vitest";
import { type Case, effectOf } from "@/lib/playbooks/effect";

const cases = (count: number, kept: number, like: Partial<Case>): Case[] =>
  Array.from({ length: count }, (_, n) => ({ isTreated: true, band: "red", mrr: 100, tenureDays: 400, isKept: n < kept, ...like }));
const untreated = { isTreated: false };

test("what is compared is the like with the like: size alone makes no effect", () => {
  // Small ones keep 50 %, large ones 90 %, treated or not; but mostly large ones were treated. Raw: 82 % against 58 %.
  const effect = effectOf([
    ...cases(20, 10, { mrr: 10 }),
    ...cases(80, 72, { mrr: 1_000 }),
    ...cases(80, 40, { mrr: 10, ...untreated }),
    ...cases(20, 18, { mrr: 1_000, ...untreated }),
  ]);
  expect(effect.difference).toBeCloseTo(0, 12);
  expect(effect).toMatchObject({
    verdict: "no-difference",
    treated: { accounts: 100, kept: 82 },
    untreated: { accounts: 100, kept: 58 },
    unmatched: 0,
  });
});

test("one stratum is the plain difference of shares", () => {
  // 90/100 − 60/100 = 0.30
  const effect = effectOf([...cases(100, 90, {}), ...cases(100, 60, untreated)]);
  expect(effect).toMatchObject({ verdict: "better", difference: expect.closeTo(0.3, 12) });
  expect(effectOf([...cases(100, 60, {}), ...cases(100, 90, untreated)]).verdict).toBe("worse");
});

test("below twenty on a side it cannot be told, whatever the shares", () => {
  expect(effectOf([...cases(19, 19, {}), ...cases(500, 0, untreated)]).verdict).toBe("too-few");
  expect(effectOf([]).verdict).toBe("too-few");
});

test("who has no like is left out and counted", () => {
  const effect = effectOf([...cases(30, 30, {}), ...cases(30, 15, untreated), ...cases(7, 0, { band: "green" })]);
  expect(effect).toMatchObject({ treated: { accounts: 30 }, untreated: { accounts: 30 }, unmatched: 7 });
});
