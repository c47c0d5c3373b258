import { formatMoney } from "@/lib/kernel/money";
import { shown } from "@/lib/kernel/number-format";
import type { Unit } from "@/lib/kernel/unit";

/** How a figure is to be written. `currency` is needed for money; `digits` after the point replace the unit's own. */
export type Shape = { readonly unit: Unit; readonly currency?: string | undefined; readonly digits?: number | undefined };

const DIGITS: Record<Unit, number> = { share: 1, money: 2, score: 0, hours: 1, days: 1, count: 0, ratio: 2 };

/**
 * A figure as people read it: 0.0254 as a share is `2.5%`, 123456 as USD `$1,234.56`, 4.5 hours `4.5 hours`.
 * Digits after the point: shares 1, scores and counts 0, ratios 2, hours and days up to 1, money its currency's; `digits` replaces them.
 * Rounded here and nowhere else, half away from zero. Null, which is no answer, is `—`; zero is `0`.
 * Throws a RangeError for NaN and infinities, and for money without a currency.
 */
export function format(value: number | null, shape: Shape): string {
  return value === null ? "—" : written(value, shape);
}

/** The same with a plus before gains: NPS `+32`, a net movement `+$1,200.00`. Zero has no sign. */
export function formatSigned(value: number | null, shape: Shape): string {
  const text = format(value, shape);
  return value !== null && value > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}

function written(value: number, { unit, currency, digits = DIGITS[unit] }: Shape): string {
  const fixed = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  switch (unit) {
    case "share":
      return shown({ style: "percent", ...fixed }, value);
    case "money":
      if (currency === undefined) throw new RangeError("money has a currency");
      return formatMoney(value, currency);
    case "hours":
      return shown({ style: "unit", unit: "hour", unitDisplay: "long", maximumFractionDigits: digits }, value);
    case "days":
      return shown({ style: "unit", unit: "day", unitDisplay: "long", maximumFractionDigits: digits }, value);
    case "score":
    case "count":
    case "ratio":
      return shown(fixed, value);
  }
}
