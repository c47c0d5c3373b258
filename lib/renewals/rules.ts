import { shiftPoint } from "@/lib/kernel/decimal";
import type { Band } from "@/lib/kernel/health-score";
import { currencyDigits } from "@/lib/kernel/money";
import type { Call } from "@/lib/renewals/schema";

export const CALL_WORDS: Record<Call, string> = { renew: "Renew", grow: "Grow", shrink: "Shrink", lose: "Lose" };

/** What a call says, for whoever is about to make one. */
export const CALL_MEANS: Record<Call, string> = {
  renew: "At what it is worth now",
  grow: "At more",
  shrink: "At less",
  lose: "Not at all",
};

/** A call that the computed score contradicts: renewed or grown though at risk, shrunk or lost though healthy. */
export function disagrees(call: Call | null, band: Band | null): boolean {
  if (call === null || band === null) return false;
  return call === "renew" || call === "grow" ? band === "red" : band === "green";
}

const AMOUNT = /^(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?$/;

/** Typed units of a currency as minor ones; null where it is no amount, or has more digits than the currency. */
export function minorOf(typed: string, currency: string): number | null {
  if (!AMOUNT.test(typed)) return null;
  const minor = Number(shiftPoint(typed.replaceAll(",", ""), currencyDigits(currency)));
  return Number.isSafeInteger(minor) ? minor : null;
}

/** Money over a term of some months, for twelve of them. */
export function annual(value: number, termMonths: number): number {
  return (value * 12) / termMonths;
}
