import { expect, test } from "vitest";
import { quartersOf } from "@/lib/renewals/calendar";
import type { CalendarCell } from "@/lib/renewals/data";

const cell = (more: Partial<CalendarCell>): CalendarCell => ({
  month: "2026-10-01",
  state: "green",
  contracts: 1,
  value: 36_000,
  acv: 12_000,
  unpriced: 0,
  called: 0,
  callAmount: 0,
  ...more,
});

test("a quarter is the sum of its months, and what is decided is in no band", () => {
  const cells = [
    cell({}),
    cell({ month: "2026-12-01", state: "red", contracts: 2, acv: 5_000, called: 1, callAmount: 4_000 }),
    cell({ month: "2026-12-01", state: "renewed", contracts: 3, acv: 9_000 }),
    cell({ month: "2027-01-01", state: "lost" }),
  ];
  const [first, second, ...rest] = quartersOf(cells, "2026-10-01", "2027-10-01");
  expect(first?.months.map(({ contracts }) => contracts)).toEqual([1, 0, 5]);
  expect(first?.quarter).toMatchObject({
    contracts: 6,
    acv: 26_000,
    renewed: 3,
    open: { contracts: 3, acv: 17_000, called: 1, callAmount: 4_000 },
    bands: { green: { contracts: 1, acv: 12_000 }, red: { contracts: 2, acv: 5_000 }, yellow: { contracts: 0, acv: 0 } },
  });
  expect(second?.quarter).toMatchObject({ from: "2027-01-01", contracts: 1, lost: 1, open: { contracts: 0 } });
  expect(rest).toHaveLength(2);
});
