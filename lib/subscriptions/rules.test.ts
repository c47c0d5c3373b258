import { expect, test } from "vitest";
import { describeDiscount, describeState, type ShownSubscription, subscriptionEvents } from "@/lib/subscriptions/rules";

const PLAIN: ShownSubscription = {
  id: "s1",
  accountId: "a1",
  externalId: "sub-1",
  plan: "Team",
  status: "active",
  amount: 4_900,
  currency: "USD",
  interval: "month",
  intervalCount: 1,
  quantity: 1,
  seats: 10,
  startedOn: "2025-01-01",
  startedAt: "2025-01-01T00:00:00.000Z",
  endedOn: null,
  endedAt: null,
  trialEndsOn: null,
  trialEndsAt: null,
  pastDueSinceOn: null,
  unpaidFromOn: null,
  unpaidFromAt: null,
  canceledOn: null,
  canceledAt: null,
  renewsOn: null,
  churnReason: null,
  discounts: [],
  pauses: [],
};

const TODAY = "2025-06-15";
const ENDED = { endedOn: "2025-06-01", endedAt: "2025-06-01T00:00:00.000Z" };

function wordsOf(changed: Partial<ShownSubscription>): string {
  return describeState({ ...PLAIN, ...changed }, TODAY).words;
}

test("a subscription says what it is in words", () => {
  expect(wordsOf({})).toBe("Active");
  expect(wordsOf({ renewsOn: "2026-01-01" })).toBe("Active, renews 1 Jan 2026");
  expect(wordsOf({ ...ENDED, churnReason: "too expensive" })).toBe("Ended 1 Jun 2025: too expensive");
  expect(wordsOf({ endedOn: "2025-07-01" })).toBe("Ends 1 Jul 2025");
  expect(wordsOf({ startedOn: "2025-07-01" })).toBe("Starts 1 Jul 2025");
  expect(wordsOf({ trialEndsOn: "2025-07-01" })).toBe("Trial until 1 Jul 2025");
});

test("the end is exclusive: on the day itself it has ended", () => {
  expect(wordsOf({ endedOn: TODAY })).toBe("Ended 15 Jun 2025");
});

test("dated facts win over the status", () => {
  expect(wordsOf({ status: "active", pauses: [{ fromOn: "2025-06-01", fromAt: "", untilOn: "2025-07-01", untilAt: "" }] })).toBe(
    "Paused until 1 Jul 2025",
  );
  expect(wordsOf({ status: "trialing", trialEndsOn: "2025-02-01" })).toBe("Active");
});

test("one that ends as another begins is a change from the one to the other", () => {
  const next = { ...PLAIN, id: "s2", startedAt: ENDED.endedAt, seats: 14 };
  expect(subscriptionEvents([{ ...PLAIN, ...ENDED }, next]).map(({ words }) => words)).toEqual([
    "Team: 10 to 14 seats",
    "Team (10 seats) began",
  ]);
  expect(
    subscriptionEvents([
      { ...PLAIN, ...ENDED },
      { ...next, plan: "Business" },
    ])[0]?.words,
  ).toBe("Team to Business, 10 to 14 seats");
});

test("an end that nothing follows keeps its reason", () => {
  expect(subscriptionEvents([{ ...PLAIN, ...ENDED, churnReason: "no budget" }]).map(({ words }) => words)).toEqual([
    "Team (10 seats) began",
    "Team (10 seats) ended: no budget",
  ]);
});

test("a discount says how much and how long", () => {
  const money = (minor: number) => `$${minor / 100}`;
  const discount = {
    type: "percent",
    value: 20,
    duration: "repeating",
    startsOn: "2025-01-01",
    endsOn: "2025-04-01",
    startsAt: null,
    endsAt: null,
  } as const;
  expect(describeDiscount(discount, money)).toBe("20% off until 1 Apr 2025");
  expect(describeDiscount({ ...discount, type: "fixed", value: 500, duration: "forever", endsOn: null }, money)).toBe("$5 off, for good");
});
