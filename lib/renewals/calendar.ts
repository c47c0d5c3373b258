import type { Band } from "@/lib/kernel/health-score";
import { addMonths, type Day } from "@/lib/kernel/period";
import { periodText } from "@/lib/kernel/period-words";
import type { CalendarCell } from "@/lib/renewals/data";

/** What falls due in a month or a quarter. Money is in minor units of the workspace's currency; bands and calls tell of what is still open. */
export type DueSpan = {
  from: Day;
  contracts: number;
  value: number;
  acv: number;
  unpriced: number;
  renewed: number;
  lost: number;
  open: { contracts: number; acv: number; called: number; callAmount: number };
  bands: { [band in Band]: { contracts: number; acv: number } };
};

/** The first day of a day's quarter. */
export function quarterOf(day: Day): Day {
  return addMonths(`${day.slice(0, 7)}-01`, -((Number(day.slice(5, 7)) - 1) % 3));
}

/** A quarter as an address writes it, by its first day: `2026-Q4`. */
export function quarterText(from: Day): string {
  return periodText({ kind: "quarter", start: from, end: addMonths(from, 3) });
}

/** The quarters from a quarter's first day on, each with its three months, the empty ones too. */
export function quartersOf(cells: readonly CalendarCell[], from: Day, until: Day): { quarter: DueSpan; months: DueSpan[] }[] {
  const quarters: { quarter: DueSpan; months: DueSpan[] }[] = [];
  for (let start = from; start < until; start = addMonths(start, 3)) {
    const months = [0, 1, 2].map((step) => addMonths(start, step));
    quarters.push({
      quarter: spanOf(
        start,
        cells.filter(({ month }) => months.includes(month)),
      ),
      months: months.map((month) =>
        spanOf(
          month,
          cells.filter((cell) => cell.month === month),
        ),
      ),
    });
  }
  return quarters;
}

function spanOf(from: Day, cells: readonly CalendarCell[]): DueSpan {
  const sum = (pick: (cell: CalendarCell) => number, some = cells) => some.reduce((all, cell) => all + pick(cell), 0);
  const of = (...states: CalendarCell["state"][]) => cells.filter(({ state }) => states.includes(state));
  const open = of("green", "yellow", "red", "unknown");
  const band = (state: Band) => ({ contracts: sum(({ contracts }) => contracts, of(state)), acv: sum(({ acv }) => acv, of(state)) });
  return {
    from,
    contracts: sum(({ contracts }) => contracts),
    value: sum(({ value }) => value),
    acv: sum(({ acv }) => acv),
    unpriced: sum(({ unpriced }) => unpriced),
    renewed: sum(({ contracts }) => contracts, of("renewed")),
    lost: sum(({ contracts }) => contracts, of("lost")),
    open: {
      contracts: sum(({ contracts }) => contracts, open),
      acv: sum(({ acv }) => acv, open),
      called: sum(({ called }) => called, open),
      callAmount: sum(({ callAmount }) => callAmount, open),
    },
    bands: { green: band("green"), yellow: band("yellow"), red: band("red"), unknown: band("unknown") },
  };
}
