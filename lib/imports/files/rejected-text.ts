import { REJECT_COLUMNS } from "@/lib/imports/csv/rejected";
import type { Original } from "@/lib/imports/data";
import type { Reject } from "@/lib/imports/prepared";
import { CSV_START, csvRowBy } from "@/lib/kernel/csv";

/** The file of rejected rows: after the line each began on and the reason, as they were read, and cut as the file they are of, so that they can go back the same way. */
export async function* rejectedText(
  original: Pick<Original, "header" | "delimiter"> | null,
  pages: AsyncIterable<Reject[]>,
): AsyncGenerator<string> {
  const { header, delimiter } = original ?? { header: [], delimiter: "," };
  let head: readonly string[] | null = header;
  for await (const page of pages) {
    if (head) yield CSV_START + csvRowBy(delimiter, [...REJECT_COLUMNS, ...(head.length > 0 ? head : numbered(page))]);
    head = null;
    yield page.map(({ line, reason, cells }) => csvRowBy(delimiter, [line, reason, ...cells])).join("");
  }
  if (head) yield CSV_START + csvRowBy(delimiter, [...REJECT_COLUMNS, ...head]);
}

// The header of a file that came by the command line is not kept.
function numbered(page: readonly Reject[]): string[] {
  return Array.from({ length: Math.max(...page.map(({ cells }) => cells.length)) }, (_, index) => `column ${index + 1}`);
}
