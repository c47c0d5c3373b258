import { expect, test } from "vitest";
import { dayAt } from "@/lib/kernel/zone";
import { planState } from "@/lib/plans/rules";
import { callsOf } from "./calls";
import { DEMO_SEED, DEMO_ZONE, demo } from "./demo";
import { plansOf } from "./plans";
import { contractId } from "./rows";

const TODAY = "2026-11-20";
const { lives, calendar } = demo(TODAY);
const calls = callsOf(DEMO_SEED, lives, calendar);
const terms = new Map(lives.flatMap((life) => life.terms.map((term, place) => [contractId(life, place), term] as const)));

test("calls are the same each time, and enough of them stood before what is decided to tell how good they were", () => {
  expect(callsOf(DEMO_SEED, lives, calendar)).toEqual(calls);
  expect(calls.filter(({ contract }) => terms.get(contract)?.renewedOn ?? terms.get(contract)?.declinedOn).length).toBeGreaterThan(100);
});

test("nothing is said of a renewal once it is decided, and word and amount say the same", () => {
  const wrong = calls.filter(({ contract, call, amount, at }) => {
    const { value = 0, renewedOn, declinedOn } = terms.get(contract) ?? {};
    const agrees = { renew: amount === value, grow: amount > value, shrink: amount > 0 && amount < value, lose: amount === 0 }[call];
    return !agrees || at >= calendar.now || dayAt(at, DEMO_ZONE) > (renewedOn ?? declinedOn ?? TODAY);
  });
  expect(wrong).toEqual([]);
});

test("the onboarding that is stuck in its story is stuck in its plan", () => {
  const plan = plansOf(DEMO_SEED, lives, calendar).find(({ account }) => account === "S-07");
  expect(planState(plan?.steps ?? [], TODAY)).toBe("stuck");
});
