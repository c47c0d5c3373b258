import { expect, test } from "vitest";
import { fileFigure, fileHeading, showShort, showTick, splitUnit } from "@/components/metric/show";

test("large money is short on a card", () => {
  expect(showShort(1_020_000_000, { unit: "money", currency: "USD" })).toBe("$10.2M");
});

test("an axis shows no empty digits", () => {
  expect([0.25, 0.005].map((value) => showTick(value, { unit: "share" }))).toEqual(["25%", "0.5%"]);
  expect([0, 25_000_000].map((value) => showTick(value, { unit: "money", currency: "USD" }))).toEqual(["$0", "$250K"]);
  expect([0, 7.5].map((value) => showTick(value, { unit: "hours" }))).toEqual(["0", "7.5"]);
});

test("a chart's file holds money as people write it, and names its currency", () => {
  const money = { unit: "money", currency: "USD" } as const;
  expect([fileFigure(123_456, money), fileFigure(null, money), fileFigure(0.0254, { unit: "share" })]).toEqual([1_234.56, null, 0.0254]);
  expect([fileHeading("MRR", money), fileHeading("Churn", { unit: "share" })]).toEqual(["MRR (USD)", "Churn"]);
});

test("the unit stands apart from its figure, a currency's sign does not", () => {
  expect(["108.4%", "4.5 hours", "$10.2M", "—", "3.20"].map(splitUnit)).toEqual([
    { figure: "108.4", unit: "%" },
    { figure: "4.5", unit: " hours" },
    { figure: "$10.2M", unit: "" },
    { figure: "—", unit: "" },
    { figure: "3.20", unit: "" },
  ]);
});
