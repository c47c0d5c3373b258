import type { Twin } from "@/components/charts/chart-frame";

/** Something that happened on a day. What has no sign of its own is given a letter. */
type Happened = { readonly day: string; readonly sign: string | null; readonly words: string };

/** A stretch of days, [from, until), that a chart draws at one place. */
export type Stretch = { readonly key: string; readonly from: string; readonly until: string };

/** With its sign, and the place on the chart where it stands. */
export type Placed<Mark> = Mark & { readonly sign: string; readonly at: string };

/** What stands at one place of a chart. */
export type PlaceMark = { readonly at: string; readonly signs: string; readonly words: readonly string[] };

const LETTERS = 26;

/** Puts each mark at the stretch that holds its day, in the order they come in; those before and after all stretches are left out. Stretches follow one another. */
export function placeMarks<Mark extends Happened>(marks: readonly Mark[], stretches: readonly Stretch[]): Placed<Mark>[] {
  let letters = 0;
  return marks.flatMap((mark) => {
    const at = stretches.find(({ from, until }) => from <= mark.day && mark.day < until)?.key;
    if (at === undefined) return [];
    return [{ ...mark, at, sign: mark.sign ?? letterOf(letters++) }];
  });
}

/** The marks of each place together: one line on the chart, and the words beside each other. */
export function byPlace(marks: readonly Placed<Happened>[]): PlaceMark[] {
  return [...new Set(marks.map(({ at }) => at))].map((at) => {
    const here = marks.filter((mark) => mark.at === at);
    return { at, signs: here.map(({ sign }) => sign).join(" "), words: here.map(({ sign, words }) => `${sign}: ${words}`) };
  });
}

/** A twin with what happened at each of its rows, which have the keys of the places, in a column of its own; as it is where nothing happened. */
export function withMarks({ columns, rows }: Twin, places: readonly PlaceMark[]): Twin {
  if (places.length === 0) return { columns, rows };
  return {
    columns: [...columns, "What happened"],
    rows: rows.map(({ key, cells, file }) => {
      const happened = places.find(({ at }) => at === key)?.words.join("; ") ?? "";
      return { key, cells: [...cells, happened], file: [...file, happened] };
    }),
  };
}

/** A to Z, then A2 to Z2, and so on. */
function letterOf(place: number): string {
  const round = Math.floor(place / LETTERS);
  return `${String.fromCharCode(65 + (place % LETTERS))}${round === 0 ? "" : round + 1}`;
}
