import type { CsvCell } from "@/lib/kernel/csv";

const FIGURE = /^[-−+]?\d{1,3}(?:,?\d{3})*(?:\.\d+)?$/;

/** A table's rows as they are read on the page, its headings first. Columns without a heading to read hold buttons and are left out. */
export function tableRows(table: HTMLTableElement): CsvCell[][] {
  const rows = [...table.rows].filter((row) => row.getAttribute("aria-hidden") !== "true").map(cellsOf);
  const heads = table.tHead?.rows[0] ? [...table.tHead.rows[0].cells] : [];
  const left = new Set(heads.flatMap((head, index) => (head.querySelector(".sr-only") || wordsOf(head) === "" ? [index] : [])));
  return rows.map((cells) => cells.filter((_, index) => !left.has(index)));
}

// A cell over several columns stands in the first of them.
function cellsOf(row: HTMLTableRowElement): CsvCell[] {
  return [...row.cells].flatMap((cell) => [cellOf(wordsOf(cell)), ...Array<null>(cell.colSpan - 1).fill(null)]);
}

/** A bare figure is a number; what has a unit or a currency stays as it reads, and a dash is no answer. */
export function cellOf(words: string): CsvCell {
  if (words === "—" || words === "") return null;
  return FIGURE.test(words) ? Number(words.replaceAll(",", "").replace("−", "-")) : words;
}

function wordsOf(cell: HTMLElement): string {
  // biome-ignore lint/performance/useDomNodeTextContent: what stands on lines of its own in a cell would run together
  return cell.innerText.replace(/\s+/g, " ").trim();
}
