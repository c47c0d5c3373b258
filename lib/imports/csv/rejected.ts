import type { CsvRow } from "@/lib/imports/csv/row";
import { unguarded } from "@/lib/kernel/csv";
import { isReason } from "@/lib/platform/reason";

/** What stands before a rejected row in a file of them: where it began, and why it was not taken. */
export const REJECT_COLUMNS = ["line", "reason"] as const;

/** The rows of a file; of a file of rejected rows as we write it, the rows as they were read before: without line, reason and guard. */
export async function* asTheyWere(batches: AsyncIterable<CsvRow[]>): AsyncGenerator<CsvRow[]> {
  let held: CsvRow[] = [];
  let isOurs: boolean | undefined;
  for await (const batch of batches) {
    const rows = held.length > 0 ? [...held, ...batch] : batch;
    held = isOurs === undefined && rows.length < 2 ? rows : [];
    if (held.length > 0) continue;
    isOurs ??= isRejected(rows);
    yield isOurs ? rows.map(before) : rows;
  }
  if (held.length > 0) yield held;
}

function isRejected([header, first]: readonly CsvRow[]): boolean {
  if (!header || !first || header.fault || first.fault) return false;
  const [line, reason] = first.cells;
  return REJECT_COLUMNS.every((name, place) => header.cells[place] === name) && /^\d+$/.test(line ?? "") && isReason(reason ?? "");
}

function before(row: CsvRow): CsvRow {
  return row.fault ? row : { ...row, cells: row.cells.slice(REJECT_COLUMNS.length).map(unguarded) };
}
