import type { CsvCell } from "@/lib/kernel/csv";
import { readMoney } from "@/lib/kernel/money-text";

const FIGURE = /^[-−+]?\d{1,3}(?:,?\d{3})*(?:\.\d+)?$/;

/**
 * A table's words as a file has them, headings first. Money is a plain number; its currency stands in the heading, and in a column of its own where a column
 * holds several. A number before an amount has a column beside it, and so has what comes after it or on a line below.
 */
export function figuresOf([heads = [], ...rows]: readonly (readonly string[])[]): CsvCell[][] {
  const columns = heads.map((head, place) =>
    columnOf(
      head,
      rows.map((row) => row[place] ?? ""),
    ),
  );
  return [columns.flatMap((column) => column.heads), ...rows.map((_, place) => columns.flatMap(({ cells }) => cells[place] ?? []))];
}

type Column = { heads: readonly string[]; cells: readonly (readonly CsvCell[])[] };

function columnOf(head: string, words: readonly string[]): Column {
  const read = words.map(partsOf);
  const currencies = [...new Set(read.flatMap(({ currency }) => currency ?? []))];
  const [first] = currencies;
  const isMixed = currencies.length > 1;
  const hasBefore = read.some(({ before }) => before !== null);
  const hasMore = read.some(({ more }) => more !== "");
  const cells = read.map((parts) => settled(parts, { hasBefore, hasMore: first !== undefined && hasMore }));
  return {
    heads: [
      ...(hasBefore ? [head] : []),
      first === undefined || isMixed ? head : `${head} (${first})`,
      ...(isMixed ? [`${head}, currency`] : []),
      ...(hasMore ? [`${head}, also`] : []),
    ],
    cells: cells.map(({ before, figure, currency, more }) => [
      ...(hasBefore ? [before] : []),
      figure,
      ...(isMixed ? [currency] : []),
      ...(hasMore ? [more || null] : []),
    ]),
  };
}

type Parts = { before: CsvCell; figure: CsvCell; currency: string | null; more: string };

/** `9 $184,000.00 in 3 accounts` is a number, an amount and more words; what has no amount is a figure or words, and the line below. */
function partsOf(cell: string): Parts {
  const [words = "", below = ""] = cell.split("\n");
  const [, number = "", late = ""] = /^(\S+) (.+)$/.exec(words) ?? [];
  const isAfter = FIGURE.test(number) && readMoney(late) !== null;
  const money = readMoney(isAfter ? late : words);
  if (money === null) return { before: null, figure: cellOf(words), currency: null, more: below };
  return {
    before: isAfter ? cellOf(number) : null,
    figure: money.amount,
    currency: money.currency,
    more: [money.rest, below].filter(Boolean).join(" "),
  };
}

// Among amounts, a bare number stands with the numbers before them, and words with the words beside them.
function settled(parts: Parts, { hasBefore, hasMore }: { hasBefore: boolean; hasMore: boolean }): Parts {
  if (parts.currency !== null) return parts;
  if (typeof parts.figure === "number" && hasBefore) return { ...parts, before: parts.figure, figure: null };
  if (typeof parts.figure !== "string" || !hasMore) return parts;
  return { ...parts, figure: null, more: [parts.figure, parts.more].filter(Boolean).join(" ") };
}

/** A bare figure is a number; what has a unit stays as it reads, and a dash is no answer. */
export function cellOf(words: string): CsvCell {
  if (words === "—" || words === "") return null;
  return FIGURE.test(words) ? Number(words.replaceAll(",", "").replace("−", "-")) : words;
}
