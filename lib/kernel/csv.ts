/** A cell of a file: a number or a date passes as it is, text is made safe. */
export type CsvCell = string | number | boolean | null;

/** What a spreadsheet would run as a formula, in ASCII and full width; and what looks guarded already, so that its own apostrophe is not taken for the guard. */
const FORMULA = /^'*[\s\u00A0]*[=+\-@\t\r\n\0＝＋－＠]/;

/** The byte-order mark a file begins with, by which spreadsheets read it as UTF-8. */
export const CSV_START = "\uFEFF";

/** A whole file: byte-order mark, then the rows. */
export function csvText(rows: readonly (readonly CsvCell[])[]): string {
  return CSV_START + rows.map(csvRow).join("");
}

/** What stands below the rows of a file, after an empty line: what it is of, when it was made, and what it was narrowed to. One cell each. */
export function csvNotes(notes: readonly string[]): string {
  return notes.length === 0 ? "" : `\r\n${notes.map((note) => csvRow([note])).join("")}`;
}

/**
 * One row with its line end (CRLF). Text is always quoted; text that a spreadsheet would take for a formula gets a leading apostrophe
 * (OWASP, CSV injection). Numbers and booleans are written as they are, null is empty.
 */
export function csvRow(cells: readonly CsvCell[]): string {
  return csvRowBy(",", cells);
}

/** The same with another delimiter, for files that go back to where semicolons or tabs are used. */
export function csvRowBy(delimiter: string, cells: readonly CsvCell[]): string {
  return `${cells.map(csvCell).join(delimiter)}\r\n`;
}

/** Whether text reads like text with the guard. */
export function isGuarded(text: string): boolean {
  return text.startsWith("'") && FORMULA.test(text);
}

/** The text of a cell that `csvRow` wrote, as it was before. */
export function unguarded(text: string): string {
  return isGuarded(text) ? text.slice(1) : text;
}

function csvCell(cell: CsvCell): string {
  if (cell === null) return "";
  if (typeof cell !== "string") return String(cell);
  return `"${(FORMULA.test(cell) ? `'${cell}` : cell).replaceAll('"', '""')}"`;
}
