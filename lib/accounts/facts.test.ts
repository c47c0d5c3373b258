import { expect, test } from "vitest";
import { USAGE_TREND_PLACE } from "@/lib/accounts/facts";
import { MEASURES } from "@/lib/health/registry";

test("the use that a list tells of is the measure of that name", () => {
  expect(MEASURES[USAGE_TREND_PLACE - 1]?.face.id).toBe("usage-trend");
});
