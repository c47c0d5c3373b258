/**
 * The bands people set that hold just before an instant, as a SELECT of one row for each account that has one. An override ends by time alone: nothing
 * has to run for it to be over. `only` is a condition on the override `o`, for those of some accounts.
 */
export function overridesSql(at: string, only = "true"): string {
  return `SELECT DISTINCT ON (o.account_id) o.account_id, o.id, o.band, o.reason, o.author, o.at, o.until_at FROM app.health_override o
    WHERE o.at < ${at} AND ${at} <= o.until_at AND (o.ended_at IS NULL OR o.ended_at >= ${at}) AND ${only} ORDER BY o.account_id, o.at DESC`;
}
