/** Someone asked for what does not exist or cannot be: an unknown metric, period, dimension or setting. The message is one plain sentence for them. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}
