import { figuresOf } from "@/components/ui/table-figures";
import type { CsvCell } from "@/lib/kernel/csv";
import { readMoney } from "@/lib/kernel/money-text";

/** A table's rows as they are read on the page, its headings first. Columns without a heading to read hold buttons and are left out. */
export function tableRows(table: HTMLTableElement): CsvCell[][] {
  const rows = [...table.rows].filter((row) => row.getAttribute("aria-hidden") !== "true").map(cellsOf);
  const heads = table.tHead?.rows[0] ? [...table.tHead.rows[0].cells] : [];
  const left = new Set(heads.flatMap((head, index) => (head.querySelector(".sr-only") || wordsOf(head) === "" ? [index] : [])));
  return figuresOf(rows.map((cells) => cells.filter((_, index) => !left.has(index))));
}

// A cell over several columns stands in the first of them.
function cellsOf(row: HTMLTableRowElement): string[] {
  return [...row.cells].flatMap((cell) => [wordsOf(cell), ...Array<string>(cell.colSpan - 1).fill("")]);
}

// A short amount is in full in its title, and so in the file. What stands below on lines of its own comes after a line's end.
function wordsOf(cell: HTMLElement): string {
  const short = [cell, ...cell.querySelectorAll<HTMLElement>("[title]")].filter(({ title }) => readMoney(title)?.rest === "");
  const words = short.reduce((all, each) => all.replace(readIn(each), () => each.title), readIn(cell));
  const below = [...cell.querySelectorAll<HTMLElement>("p, .block")].filter((line) => isBelow(line, cell));
  const more = below.map(readIn).filter(Boolean).join(" ");
  return more !== "" && words.endsWith(` ${more}`) ? `${words.slice(0, -more.length).trim()}\n${more}` : words;
}

// It has something before it, and is no part of another such line.
function isBelow(line: HTMLElement, cell: HTMLElement): boolean {
  const outer = line.parentElement?.closest<HTMLElement>("p, .block");
  return line.previousSibling !== null && !(outer && cell.contains(outer) && isBelow(outer, cell));
}

function readIn(element: HTMLElement): string {
  // biome-ignore lint/performance/useDomNodeTextContent: what stands on lines of its own in a cell would run together
  return element.innerText.replace(/\s+/g, " ").trim();
}
