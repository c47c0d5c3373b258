/** Why a row is not taken. Closed: scripts count by these words. */
export const REASONS = [
  "missing-field",
  "unknown-account",
  "ambiguous-account",
  "unknown-subscription",
  "ambiguous-subscription",
  "unknown-ticket",
  "ambiguous-ticket",
  "unknown-contact",
  "ambiguous-contact",
  "end-before-start",
  "bad-date",
  "bad-number",
  "negative-amount",
  "fractional-minor-unit",
  "unknown-currency",
  "out-of-range",
  "unknown-value",
  "duplicate-key",
  "ragged-row",
  "unclosed-quote",
  "bad-encoding",
  "nul-byte",
] as const;

export type Reason = (typeof REASONS)[number];

const KNOWN: ReadonlySet<string> = new Set(REASONS);

export function isReason(text: string): text is Reason {
  return KNOWN.has(text);
}
