import { expect, test } from "vitest";
import { spanWords } from "@/components/metric/span-words";

const year = { period: { start: "2024-01-01", end: "2025-01-01" } };
const month = { period: { start: "2024-01-01", end: "2024-02-01" } };
const face = (counted: "account" | "movement" | "contract", unit: "share" | "money") =>
  ({ unit, group: "Revenue", rows: { counted } }) as const;

test("over several months a rate says that it compares the ends, and a sum that it adds months up", () => {
  expect(spanWords(year, face("account", "share"))).toMatch(/two ends/);
  expect(spanWords(year, face("movement", "money"))).toMatch(/added up/);
});

test("over one month both are the same, and nothing is said", () => {
  expect([spanWords(month, face("account", "share")), spanWords(month, face("movement", "money"))]).toEqual([null, null]);
  expect(spanWords(year, face("contract", "share"))).toBeNull();
});
