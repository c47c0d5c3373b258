/** Where a page of a list ends: the instant of its last row, to the microsecond, and that row's id. */
export type Cursor = { readonly at: string; readonly id: string };

/** A page of a list; `next` is where the page after it begins, null where this is the last. */
export type Page<Row> = { readonly rows: Row[]; readonly next: string | null };

/** An instant in SQL as a cursor carries it: PostgreSQL knows microseconds, and a Date would forget them. */
export function cursorText(column: string): string {
  return `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
}

/** Cuts rows, of which one more than a page was asked for. Each carries its own `cursor`, which stays behind. */
export function pageOf<Row extends { cursor: string; id: string }>(found: readonly Row[], limit: number): Page<Omit<Row, "cursor">> {
  const last = found.length > limit ? found[limit - 1] : undefined;
  return {
    rows: found.slice(0, limit).map(({ cursor: _, ...row }) => row),
    next: last ? `${last.cursor} ${last.id}` : null,
  };
}

/** Reads a cursor; null where the text is none, which is the beginning. */
export function readCursor(text: string | null): Cursor | null {
  const [, at, id] = /^(\d{4}-\d\d-\d\dT[\d:.]+Z) (\S{1,80})$/.exec(text ?? "") ?? [];
  return at === undefined || id === undefined ? null : { at, id };
}
