import type { Reason } from "@/lib/platform/reason";

/** A row of the file, before anyone asks what its cells mean. `line` is where it begins, the first line being 1. */
export type CsvRow = {
  readonly line: number;
  readonly cells: readonly string[];
  readonly fault?: { readonly reason: Reason; readonly detail: string };
};

const MOST_CELL = 1024 * 1024;

/** How much of a cell or row that is too long is shown where it is refused. */
export const SHOWN = 2_000;

/** The row, unless a cell of it is too long. `bytes` is its whole length. */
export function checked(line: number, cells: readonly string[], bytes: number): CsvRow {
  if (bytes > MOST_CELL && cells.some((cell) => cell.length > MOST_CELL)) {
    return {
      line,
      cells: cells.map((cell) => cell.slice(0, SHOWN)),
      fault: { reason: "out-of-range", detail: "a cell is longer than 1 MB" },
    };
  }
  return { line, cells };
}
