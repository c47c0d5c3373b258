import { expect, test } from "vitest";
import { cellOf, figuresOf } from "@/components/ui/table-figures";

test("figures are numbers in a file, and everything else reads as it does on the page", () => {
  expect(["1,234", "−3.5", "0", "12"].map(cellOf)).toEqual([1234, -3.5, 0, 12]);
  expect(["12%", "3 of 4", "2026-11-22", "1,23"].map(cellOf)).toEqual(["12%", "3 of 4", "2026-11-22", "1,23"]);
  expect(["—", ""].map(cellOf)).toEqual([null, null]);
});

test("money is a plain number under its currency", () => {
  const rows = figuresOf([
    ["Account", "MRR"],
    ["Ash", "$1,234.50"],
    ["Birch", "−$20.00"],
    ["Cedar", "—"],
    ["Dogwood", "none"],
  ]);
  expect(rows).toEqual([
    ["Account", "MRR (USD)"],
    ["Ash", 1234.5],
    ["Birch", -20],
    ["Cedar", null],
    ["Dogwood", "none"],
  ]);
});

test("of several currencies, each amount says its own", () => {
  expect(figuresOf([["Value"], ["$5.00"], ["€7.25"], ["¥900"], ["—"]])).toEqual([
    ["Value", "Value, currency"],
    [5, "USD"],
    [7.25, "EUR"],
    [900, "JPY"],
    [null, null],
  ]);
});

test("what is said beside an amount stands beside it", () => {
  expect(
    figuresOf([
      ["At risk", "Due"],
      ["$96,000.00 in 3 accounts", "Nov 2026"],
      ["$12.00", "Dec 2026"],
      ["2 accounts", "—"],
    ]),
  ).toEqual([
    ["At risk (USD)", "At risk, also", "Due"],
    [96000, "in 3 accounts", "Nov 2026"],
    [12, null, "Dec 2026"],
    [null, "2 accounts", null],
  ]);
});

test("a count before an amount stands before it", () => {
  expect(figuresOf([["At risk"], ["9 $184,000.00"], ["0"], ["—"]])).toEqual([
    ["At risk", "At risk (USD)"],
    [9, 184000],
    [0, null],
    [null, null],
  ]);
});

test("a line below has a column of its own", () => {
  expect(
    figuresOf([
      ["Account", "Value"],
      ["Ash\nann@x.test", "$12.00\nover 24 months"],
      ["Birch", "$5.00"],
    ]),
  ).toEqual([
    ["Account", "Account, also", "Value (USD)", "Value, also"],
    ["Ash", "ann@x.test", 12, "over 24 months"],
    ["Birch", null, 5, null],
  ]);
});
