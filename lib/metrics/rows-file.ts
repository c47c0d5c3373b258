import { csvRow } from "@/lib/kernel/csv";
import type { RowsFace } from "@/lib/metrics/rows-face";
import type { EvidenceColumn, EvidenceRow } from "@/lib/metrics/types";

export type RowsFile = { head: string; line: (row: EvidenceRow) => string };

/**
 * The rows behind a number as lines of a file. Money stays in minor units, unrounded, so that the file adds up to the number: the heading says so,
 * and a column names the currency. Numerator and denominator stand last.
 */
export function rowsFile(columns: readonly EvidenceColumn[], { numerator, denominator }: RowsFace, currency: string): RowsFile {
  const hasMoney = [numerator, denominator, ...columns.map(({ unit }) => unit)].includes("money");
  const money = hasMoney ? [currency] : [];
  return {
    head: csvRow([
      ...["externalId", "name", "record"],
      ...columns.map(({ id, unit }) => heading(id, unit)),
      ...(hasMoney ? ["currency"] : []),
      ...[heading("numerator", numerator), heading("denominator", denominator)],
    ]),
    line: (row) =>
      csvRow([row.externalId, row.name, row.record, ...columns.map(({ id }) => row[id] ?? null), ...money, row.numerator, row.denominator]),
  };
}

function heading(name: string, unit: EvidenceColumn["unit"] | null): string {
  return unit === "money" ? `${name} (minor units)` : name;
}
