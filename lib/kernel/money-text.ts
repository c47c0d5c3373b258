import { currencyDigits } from "@/lib/kernel/money";
import { numberFormat } from "@/lib/kernel/number-format";

/** Money as it stood in a text: its major amount, its currency, and the words that came after it. */
export type MoneyRead = { readonly amount: number; readonly currency: string; readonly rest: string };

const MONEY = /^([+−-]?)(\D+?)(\d{1,3}(?:,\d{3})*)(\.\d+)?(?=[\s*]|$)\s*(.*)$/;

/**
 * What `formatMoney` wrote, read again: `−$1,234.50` is −1234.5 USD, `CHF 12.00 a year` 12 CHF with `a year` after it.
 * Null for what does not begin with money written in full: short amounts, bare figures, unknown signs, too few or too many digits.
 */
export function readMoney(text: string): MoneyRead | null {
  const [, sign, symbol = "", whole = "", part = "", rest = ""] = MONEY.exec(text) ?? [];
  const currency = currencies().get(symbol.trim());
  if (currency === undefined || part.length !== pointAnd(currencyDigits(currency))) return null;
  const amount = Number(`${whole.replaceAll(",", "")}${part}`);
  return { amount: sign === "−" || sign === "-" ? -amount : amount, currency, rest };
}

function pointAnd(digits: number): number {
  return digits === 0 ? 0 : digits + 1;
}

let known: Map<string, string> | undefined;

/** Each currency by the sign it is written with; the signs of one locale are all different. */
function currencies(): Map<string, string> {
  known ??= new Map(Intl.supportedValuesOf("currency").map((currency) => [signOf(currency), currency]));
  return known;
}

function signOf(currency: string): string {
  const parts = numberFormat({ style: "currency", currency }).formatToParts(0);
  return parts.find(({ type }) => type === "currency")?.value ?? currency;
}
