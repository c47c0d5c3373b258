/** The days of the grid, as CTEs that end in `heard`, on which somebody with a name was seen in the whole workspace within a week: else the source is silent, not the customer. */
export function heardSql(): string {
  return `named AS MATERIALIZED (
  SELECT DISTINCT day FROM app.usage_day WHERE day BETWEEN (SELECT min(day) - 6 FROM grid) AND (SELECT max(day) FROM grid) AND events > 0 AND user_name <> ''
),
heard AS MATERIALIZED (
  SELECT days.day FROM (SELECT DISTINCT day FROM grid) AS days WHERE EXISTS (SELECT FROM named WHERE named.day BETWEEN days.day - 6 AND days.day)
)`;
}
