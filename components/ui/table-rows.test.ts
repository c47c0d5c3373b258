import { expect, test } from "vitest";
import { cellOf } from "@/components/ui/table-rows";

test("figures are numbers in a file, and everything else reads as it does on the page", () => {
  expect(["1,234", "−3.5", "0", "12"].map(cellOf)).toEqual([1234, -3.5, 0, 12]);
  expect(["$1,234.50", "12%", "3 of 4", "2026-11-22", "1,23"].map(cellOf)).toEqual(["$1,234.50", "12%", "3 of 4", "2026-11-22", "1,23"]);
  expect(["—", ""].map(cellOf)).toEqual([null, null]);
});
