import { expect, test } from "vitest";
import { comparedPeriod } from "@/lib/metrics/comparison";

test("the period before is the one a person would name", () => {
  const before = ["2024-12", "2024-Q1", "2024", "t12m:2024-12", "2024-12-08..2024-12-15"].map((period) =>
    comparedPeriod(period, "previous"),
  );
  expect(before).toEqual(["2024-11", "2023-Q4", "2023", "t12m:2024-11", "2024-12-01..2024-12-08"]);
});

test("a year earlier is the same stretch, a year earlier", () => {
  expect(["2024-12", "2024-Q1", "2024", "t12m:2024-12"].map((period) => comparedPeriod(period, "year"))).toEqual([
    "2023-12",
    "2023-Q1",
    "2023",
    "t12m:2023-12",
  ]);
});

test("nothing is compared with nothing, and no period with none", () => {
  expect([comparedPeriod("2024-12", "none"), comparedPeriod("soon", "previous")]).toEqual([null, null]);
});
