import { afterAll, expect, test } from "vitest";
import { closePool } from "@/lib/platform/pool";
import { testDatabase } from "@/tests/support/database";
import { differences } from "./compare";
import { adapters } from "./registry";

await testDatabase();
afterAll(closePool);

const MARCH = { start: "2024-03-01", end: "2024-04-01" };
const QUARTER = { start: "2024-01-01", end: "2024-04-01" };
const SUBSCRIPTION = { customer_id: "a", start: "2024-01-01", end: null, amount_cents: 10_000, interval: "month" };
const HALF = { value: 50, duration: "forever", start: null, end: null };
const FIRST_OF_MARCH = { at: "2024-03-01" };

// What the pages say an input may look like, where no given vector happens to look so.
const described: Record<string, [metric: string, input: object, expected: object]> = {
  "a quarter's movements by customer compare its two boundaries": [
    "mrr.movements",
    {
      period: QUARTER,
      subscriptions: [
        { ...SUBSCRIPTION, start: "2023-06-01", end: "2024-02-01" }, // a grew in February, and in March again
        { ...SUBSCRIPTION, start: "2024-02-01", end: "2024-03-01", amount_cents: 15_000 },
        { ...SUBSCRIPTION, start: "2024-03-01", amount_cents: 18_000 },
        { ...SUBSCRIPTION, customer_id: "b", start: "2023-06-01", end: "2024-02-01" }, // b left and is back at the same price
        { ...SUBSCRIPTION, customer_id: "b", start: "2024-03-01" },
        { ...SUBSCRIPTION, customer_id: "c", start: "2023-06-01", end: "2024-03-15" },
      ],
    },
    { expansion_cents: 8_000, churn_cents: 10_000, by_customer: { a: ["expansion", 8_000], b: undefined, c: ["churn", 10_000] } },
  ],
  "a snapshot before a time of day": [
    "mrr.snapshot",
    {
      before: "2024-04-01T12:00:00Z",
      subscriptions: [
        { ...SUBSCRIPTION, end: "2024-04-01T12:00:00Z" }, // alive just before
        { ...SUBSCRIPTION, customer_id: "b", end: "2024-04-01T11:59:00Z" },
        { ...SUBSCRIPTION, customer_id: "c", start: "2024-04-01T11:59:00Z" },
        { ...SUBSCRIPTION, customer_id: "d", start: "2024-04-01T12:00:00Z" },
      ],
    },
    { mrr_cents: 20_000, customers: 2 },
  ],
  "a snapshot before an instant that is midnight in the zone": [
    "mrr.snapshot",
    {
      tz: "America/New_York",
      before: "2024-04-01T04:00:00Z",
      subscriptions: [SUBSCRIPTION, { ...SUBSCRIPTION, start: "2024-04-01" }],
    },
    { mrr_cents: 10_000, customers: 1 },
  ],
  "a time without an offset is of the zone": [
    "mrr.snapshot",
    {
      tz: "America/New_York",
      before: "2024-04-01 00:00",
      subscriptions: [SUBSCRIPTION, { ...SUBSCRIPTION, customer_id: "b", start: "2024-04-01T03:00:00Z" }],
    },
    { mrr_cents: 20_000, customers: 2 },
  ],
  "a period told by its instants": [
    "mrr.movements",
    {
      period: { start: "2024-03-01T00:00:00Z", end: "2024-04-01T00:00:00Z" },
      subscriptions: [{ ...SUBSCRIPTION, start: "2024-03-05" }],
    },
    { new_cents: 10_000, by_customer: { a: ["new", 10_000] } },
  ],
  "a discount of the kind fixed": [
    "mrr.snapshot",
    { before: "2024-04-01", subscriptions: [{ ...SUBSCRIPTION, discounts: [{ ...HALF, type: "fixed", value: 2_500 }] }] },
    { mrr_cents: 7_500 },
  ],
  "nulls leave out": [
    "mrr.snapshot",
    {
      before: "2024-04-01",
      tz: null,
      base_currency: null,
      fx: null,
      policy: { past_due_grace_days: null, discount_policy: null },
      subscriptions: [
        { ...SUBSCRIPTION, subscription_id: null, interval_count: null, quantity: null, currency: null, pauses: null, discounts: null },
        { ...SUBSCRIPTION, subscription_id: 7, trial_end: null, usage_type: null, discounts: [{ ...HALF, type: "percent" }] },
        { ...SUBSCRIPTION, interval: null },
        { ...SUBSCRIPTION, interval: "none" },
      ],
    },
    { mrr_cents: 15_000, customers: 1 },
  ],
  "an end that never comes": [
    "mrr.snapshot",
    { before: "2024-04-01", subscriptions: [{ ...SUBSCRIPTION, end: "9999-12-31" }] },
    { mrr_cents: 10_000 },
  ],
  "contracts without an id": [
    "renewal.rate",
    {
      period: MARCH,
      as_of: "2024-06-01",
      grace_days: null,
      contracts: [
        { due: "2024-03-10", value_cents: 10_000, term_months: null, renewed_on: "2024-03-09", renewed_value_cents: 10_000 },
        { due: "2024-03-10", value_cents: 10_000, declined_on: "2024-03-01" },
      ],
    },
    { renewed: 1, lost: 1, renewal_rate_pct: 50 },
  ],
  "a dismissed answer never counts": [
    "nps.score",
    {
      period: MARCH,
      as_of: null,
      responses: [
        { respondent_id: null, score: 9, ...FIRST_OF_MARCH, status: "completed" },
        { respondent_id: "r", score: 0, ...FIRST_OF_MARCH, status: "dismissed" },
        { respondent_id: "s", score: null, ...FIRST_OF_MARCH },
        10,
        null,
      ],
    },
    { n: 2, promoters: 2, detractors: 0, nps: 100 },
  ],
  "use by nobody counts for no user": [
    "stickiness",
    {
      period: MARCH,
      events: [{ user_id: "u", ...FIRST_OF_MARCH, feature: null, count: null }, { user_id: null, at: "2024-03-02" }, { at: "2024-03-03" }],
    },
    { days: 31, mau: 1, avg_dau: 1 / 31 },
  ],
  "tickets without an id": [
    "tickets.resolution",
    {
      period: MARCH,
      as_of: null,
      tickets: [
        { created_at: "2024-03-01T00:00:00Z", events: [{ at: "2024-03-01T04:00:00Z", type: "solved" }], excluded: null },
        { created_at: "2024-03-01T00:00:00Z", events: null, solved_at: "2024-03-01T02:00:00Z", unresolvable_at_l1: null },
      ],
    },
    { full: { n: 2, mean_hours: 3 }, reopened: 0 },
  ],
  "offers without an id": [
    "upsell.conversion",
    {
      period: MARCH,
      window_days: null,
      as_of: "2024-06-01",
      offers: [
        { customer_id: "a", type: "upsell", presented_at: "2024-03-02", accepted_at: "2024-03-03" },
        { customer_id: "b", type: "upsell", presented_at: "2024-03-02", declined_at: null },
      ],
    },
    { all: { offers: 2, accepted: 1 } },
  ],
  "users told with nulls": [
    "adoption.product",
    {
      period: MARCH,
      window_days: null,
      as_of: "2024-06-01",
      users: [{ user_id: "u", account_id: null, signed_up_at: "2024-03-02", activated_at: null }],
    },
    { new_users: 1, adopted_new_users: 0 },
  ],
  "a lifetime without a horizon or a margin told": ["clv.arpa", { arpa: 100, gross_margin_pct: null, churn_pct: 5 }, { clv: 2_000 }],
  "movements that did not happen": [
    "quick_ratio",
    { new_cents: 200, expansion_cents: null, churn_cents: 100 },
    { quick_ratio: 2, net_new_cents: 100 },
  ],
};

test.for(Object.entries(described))("%s", async ([, [metric, input, expected]]) => {
  expect(differences(expected, await adapters[metric]?.({ ...input }), 1e-6)).toEqual([]);
});

test("a period that begins within a day is refused in a sentence", async () => {
  const period = { start: "2024-03-01T12:00:00Z", end: "2024-04-01" };
  await expect(adapters["mrr.movements"]?.({ period, subscriptions: [SUBSCRIPTION] })).rejects.toThrow(
    "2024-03-01T12:00:00Z is no midnight in UTC, and a period begins with a day.",
  );
});
