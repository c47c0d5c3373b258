import { expect, test } from "vitest";
import { findMetric } from "@/lib/metrics/registry";
import { shownMetric } from "@/lib/metrics/rows-face";

function rowsOf(id: string) {
  const metric = findMetric(id);
  if (!metric) throw new Error(`there is no ${id}`);
  const { details: _, ...rows } = shownMetric(metric, findMetric).rows;
  return rows;
}

test("what is counted and what it weighs follow from the definition", () => {
  expect(rowsOf("net-revenue-retention")).toEqual({ counted: "account", numerator: "money", denominator: "money" });
  expect(rowsOf("customer-churn-rate")).toEqual({ counted: "account", numerator: "count", denominator: "count" });
  expect(rowsOf("arpa")).toEqual({ counted: "account", numerator: "money", denominator: "count" });
  expect(rowsOf("new-mrr")).toEqual({ counted: "movement", numerator: "money", denominator: null });
  expect(rowsOf("renewal-rate")).toEqual({ counted: "contract", numerator: "count", denominator: "count" });
  expect(rowsOf("ticket-resolution-time")).toEqual({ counted: "ticket", numerator: "hours", denominator: "count" });
});

test("the counts behind a number are money where they add money up", () => {
  const mrr = findMetric("mrr");
  if (!mrr) throw new Error("there is no mrr");
  const { details } = shownMetric(mrr, findMetric).rows;
  expect([details.opening, details.netNew, details.newCustomers]).toEqual(["money", "money", "count"]);
});
