import { expect, test } from "vitest";
import { expectedPayments } from "@/lib/metrics/customer-lifetime-value/cohort-model";

const cohort = (size: number, customers: (number | null)[]) => ({ cohort: "2024-01", size, initialMrr: null, customers, mrr: [] });

test("the loose leave first: 1000, 869, 743, 653, 593 is worth more than a steady 13.1 % churn", () => {
  const payments = expectedPayments([cohort(1000, [0.869, 0.743, 0.653, 0.593, null])]);
  // at a steady 13.1 %, payments add up to 1 ÷ (1 − 0.869 ÷ 1.008) = 7.2
  expect(payments).toBeGreaterThan(7.3);
});

test("it does not speak below a hundred customers, or before a fourth state is seen", () => {
  expect(expectedPayments([cohort(90, [0.9, 0.8, 0.7, 0.6])])).toBeNull();
  expect(expectedPayments([cohort(500, [0.9, 0.8])])).toBeNull();
});

test("a customer who returns does not make a cohort rise", () => {
  expect(expectedPayments([cohort(200, [0.9, 0.7, 0.8, 0.6])])).toBe(expectedPayments([cohort(200, [0.9, 0.7, 0.7, 0.6])]));
});
