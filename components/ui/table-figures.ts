import type { CsvCell } from "@/lib/kernel/csv";
import { type MoneyRead, readMoney } from "@/lib/kernel/money-text";

const FIGURE = /^[-−+]?\d{1,3}(?:,?\d{3})*(?:\.\d+)?$/;

/**
 * A table's words as a file has them, headings first. Money is a plain number; its currency stands in the heading, and in a column of its own where a column
 * holds several. A number before an amount, and words after it, have columns beside it.
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
  const read = words.map(moneyIn);
  const currencies = [...new Set(read.flatMap((money) => money?.currency ?? []))];
  const [first] = currencies;
  if (first === undefined) return { heads: [head], cells: words.map((each) => [cellOf(each)]) };
  const isMixed = currencies.length > 1;
  const has = {
    before: read.some((money) => money !== null && money.before !== null),
    after: read.some((money) => money !== null && money.rest !== ""),
  };
  return {
    heads: [
      ...(has.before ? [head] : []),
      isMixed ? head : `${head} (${first})`,
      ...(isMixed ? [`${head}, currency`] : []),
      ...(has.after ? [`${head}, also`] : []),
    ],
    cells: words.map((each, place) => {
      const money = read[place] ?? withoutMoney(cellOf(each), has);
      return [
        ...(has.before ? [money.before] : []),
        money.amount,
        ...(isMixed ? [money.currency] : []),
        ...(has.after ? [money.rest || null] : []),
      ];
    }),
  };
}

/** An amount with the number that stands before it: `9 $184,000.00`. */
function moneyIn(words: string): (MoneyRead & { before: CsvCell }) | null {
  const money = readMoney(words);
  if (money) return { ...money, before: null };
  const [, before = "", more = ""] = /^(\S+) (.+)$/.exec(words) ?? [];
  const late = FIGURE.test(before) ? readMoney(more) : null;
  return late && { ...late, before: cellOf(before) };
}

// What has no amount stands with what is told beside the amounts: a number with the numbers, words with the words.
function withoutMoney(cell: CsvCell, has: { before: boolean; after: boolean }) {
  const none = { before: null, amount: null, currency: null, rest: null };
  if (typeof cell === "number" && has.before) return { ...none, before: cell };
  return typeof cell === "string" && has.after ? { ...none, rest: cell } : { ...none, amount: cell };
}

/** A bare figure is a number; what has a unit stays as it reads, and a dash is no answer. */
export function cellOf(words: string): CsvCell {
  if (words === "—" || words === "") return null;
  return FIGURE.test(words) ? Number(words.replaceAll(",", "").replace("−", "-")) : words;
}
