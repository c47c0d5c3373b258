import type { Reason } from "@/lib/platform/reason";
import { MOST_PLACES } from "@/lib/platform/record";

export type Mark = "." | ",";
export type Refusal = { readonly refused: Reason };

const NUMBER = {
  ".": /^([+-]?)(\d+|\d{1,3}(?:,\d{3})+)?(?:\.(\d*))?$/,
  ",": /^([+-]?)(\d+|\d{1,3}(?:\.\d{3})+)?(?:,(\d*))?$/,
} as const;

const BAD: Refusal = { refused: "bad-number" };

type Parts = { negative: boolean; whole: string; fraction: string; pointed: boolean };

/** A number by its declared decimal mark; the other mark may group thousands. Nothing is guessed: signs of money, percent and exponents are refused. Null for what is none, or has too many places. */
function partsOf(text: string, mark: Mark): Parts | null {
  const found = NUMBER[mark].exec(text);
  if (!found || (found[2] === undefined && !found[3])) return null;
  const fraction = found[3] ?? "";
  if (fraction.length > MOST_PLACES) return null;
  return { negative: found[1] === "-", whole: (found[2] ?? "0").replace(/[.,]/g, ""), fraction, pointed: found[3] !== undefined };
}

/** A whole number; `4.0` is 4. */
export function readWhole(text: string, mark: Mark): bigint | Refusal {
  const parts = partsOf(text, mark);
  return parts && /^0*$/.test(parts.fraction) ? signed(parts.negative, parts.whole) : BAD;
}

/** An exact decimal as plain text with a point. */
export function readDecimal(text: string, mark: Mark): string | Refusal {
  const parts = partsOf(text, mark);
  return parts ? `${parts.negative ? "-" : ""}${parts.whole}${parts.fraction ? `.${parts.fraction}` : ""}` : BAD;
}

/** Whole minor units: as written, where a decimal mark is refused, or out of an amount in major units with the currency's digits. */
export function readMinor(text: string, mark: Mark, unit: { major: boolean; digits: number }): bigint | Refusal {
  const parts = partsOf(text, mark);
  if (!parts) return BAD;
  if (!unit.major) return parts.pointed ? { refused: "fractional-minor-unit" } : signed(parts.negative, parts.whole);
  const fraction = parts.fraction.replace(/0+$/, "");
  if (fraction.length > unit.digits) return { refused: "fractional-minor-unit" };
  return signed(parts.negative, parts.whole + fraction.padEnd(unit.digits, "0"));
}

function signed(negative: boolean, digits: string): bigint | Refusal {
  if (digits.replace(/^0+/, "").length > 19) return { refused: "out-of-range" };
  return negative ? -BigInt(digits) : BigInt(digits);
}
