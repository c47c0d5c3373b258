import { type Numeric, roundHalfAway, shiftPoint } from "@/lib/kernel/decimal";
import { numberFormat, shown } from "@/lib/kernel/number-format";

/**
 * How many digits a currency has after the point: 2 for USD, 0 for JPY, 3 for KWD (ISO 4217, as ECMA-402 carries it).
 * A currency it does not know has 2. Throws a RangeError for what is not three letters.
 */
export function currencyDigits(currency: string): number {
  return numberFormat({ style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2;
}

/** Minor units in full, rounded once, half away from zero: 1234567 cents are `$12,345.67`, 1234 yen `¥1,234`. Null is `—`. */
export function formatMoney(minor: Numeric | null, currency: string): string {
  if (minor === null) return "—";
  return shown({ style: "currency", currency }, major(minor, currency));
}

/** Minor units for a card: `$10.2M`, `$184K`; below a thousand in full. Null is `—`. */
export function formatShortMoney(minor: Numeric | null, currency: string): string {
  if (minor === null) return "—";
  const amount = major(minor, currency);
  if (Math.abs(Number(amount)) < 1000) return formatMoney(minor, currency);
  return shown({ style: "currency", currency, notation: "compact", minimumFractionDigits: 0, maximumFractionDigits: 1 }, amount);
}

/** Minor units as the major amount's plain decimal text with the currency's digits, for files: 1234567 cents are `12345.67`. */
export function majorText(minor: Numeric, currency: string): string {
  return roundHalfAway(major(minor, currency), currencyDigits(currency));
}

function major(minor: Numeric, currency: string): `${number}` {
  return shiftPoint(minor, -currencyDigits(currency));
}
