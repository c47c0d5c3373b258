import type { Numeric } from "@/lib/kernel/decimal";
import { shiftPoint } from "@/lib/kernel/decimal";

const LOCALE = "en-US";

const made = new Map<string, Intl.NumberFormat>();

/** The formatter of these options, made once: making one costs more than a thousand uses. */
export function numberFormat(options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = JSON.stringify(options);
  const known = made.get(key) ?? new Intl.NumberFormat(LOCALE, options);
  made.set(key, known);
  return known;
}

/**
 * A number in the locale's writing. Rounds half away from zero on the exact decimal (Intl's own rule when given text), writes
 * negatives with a true minus, which is read aloud as one, and never a minus before a zero.
 */
export function shown(options: Intl.NumberFormatOptions, value: Numeric): string {
  return numberFormat({ signDisplay: "negative", ...options })
    .format(shiftPoint(value, 0))
    .replace("-", "−");
}
