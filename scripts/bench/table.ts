import { type Figure, isReached, type Pair, type Ratio, reachWords } from "./measure";

export type ToldRatio = Omit<Ratio, "measure"> & {
  readonly pairs: readonly Pair[];
  /** The middle of the one side over the middle of the other. */
  readonly value: number | null;
  readonly isMet: boolean | null;
  readonly numeratorMedian?: number;
  readonly denominatorMedian?: number;
  readonly absent?: string;
  readonly failure?: string;
};

export type ToldFigures = { readonly id: string; readonly what: string; readonly figures: readonly Figure[]; readonly failure?: string };

export function printRatios(ratios: readonly ToldRatio[]): void {
  if (ratios.length === 0) return;
  print(
    ["ratio", "reach", "", "of", "by", "id", "what"],
    ratios.map((ratio) => [
      ratio.value === null ? "–" : ratio.value.toPrecision(3),
      reachWords(ratio.reach),
      verdict(ratio),
      side(ratio.numeratorMedian, ratio.unit),
      side(ratio.denominatorMedian, ratio.unit),
      ratio.id,
      ratio.failure ?? ratio.absent ?? ratio.what,
    ]),
  );
}

export function printFigures({ what, figures, failure }: ToldFigures): void {
  process.stdout.write(`\n${what}\n`);
  if (failure) process.stdout.write(`  failed: ${failure}\n`);
  print(
    null,
    figures.map(({ name, value, unit, reach }) => [
      side(value, unit),
      reachWords(reach),
      reach === undefined ? "" : isReached(value, reach) ? "met" : "MISSED",
      name,
    ]),
  );
}

function verdict({ isMet, failure, absent }: ToldRatio): string {
  if (failure) return "FAILED";
  if (absent) return "absent";
  return isMet === null ? "" : isMet ? "met" : "MISSED";
}

function side(value: number | undefined, unit: string): string {
  if (value === undefined) return "";
  const digits = Math.abs(value) >= 100 || Number.isInteger(value) ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return `${value.toFixed(digits)} ${unit}`.trim();
}

// All columns but the last are as wide as what stands in them.
function print(head: readonly string[] | null, rows: readonly (readonly string[])[]): void {
  const all = head === null ? rows : [head, ...rows];
  const widths = (all[0] ?? []).map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  for (const row of all)
    process.stdout.write(`  ${row.map((cell, column) => cell.padEnd(column === row.length - 1 ? 0 : (widths[column] ?? 0))).join("  ")}\n`);
}
