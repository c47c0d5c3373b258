/** A made day may be a month before the next one, in the history of a workspace with many accounts. */
const APART = 31;

/** So many days before the grid's first day hold all that `heldSql` looks at. */
export const lookBack = (days: string) => `(${days} - 1 + ${APART})`;

/**
 * Whether a condition was met on every made day of the last ones, and already so long ago, as an expression over rows (account_id, day) of a relation that
 * reaches `lookBack` before the days asked about. One day of noise is no change; what stays is.
 */
export function heldSql(met: string, days: string): string {
  const since = (from: string, until: string) => `(PARTITION BY account_id ORDER BY day RANGE BETWEEN ${from} AND ${until})`;
  const ago = (place: string) => `make_interval(days => ${place}) PRECEDING`;
  return `(bool_and(${met}) OVER ${since(ago(`${days} - 1`), "CURRENT ROW")} AND coalesce(last_value(${met}) OVER ${since(ago(lookBack(days)), ago(`${days} - 1`))}, false))`;
}
