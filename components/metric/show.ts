import { format } from "@/lib/kernel/format";
import { formatShortMoney, majorText } from "@/lib/kernel/money";
import type { Unit } from "@/lib/kernel/unit";

/** What decides how a metric's figures are written: its unit and digits, and the workspace's currency. */
export type Writing = { unit: Unit; currency?: string | undefined; digits?: number | undefined };

/** In full, as tables and tooltips have it. */
export function showFull(value: number | null, writing: Writing): string {
  return format(value, writing);
}

/** As short as a card or an axis wants it: $10.2M. Other units are short already. */
export function showShort(value: number | null, writing: Writing): string {
  return writing.unit === "money" && writing.currency ? formatShortMoney(value, writing.currency) : format(value, writing);
}

/** In a chart's file: money as its major amount, everything else unrounded. */
export function fileFigure(value: number | null, { unit, currency }: Writing): number | null {
  return value !== null && unit === "money" && currency ? Number(majorText(value, currency)) : value;
}

/** What stands over such figures: money names its currency. */
export function fileHeading(name: string, { unit, currency }: Writing): string {
  return unit === "money" && currency ? `${name} (${currency})` : name;
}

/** Of an axis: no digits after the point where they are all zeros, money short, hours and days as bare figures. */
export function showTick(value: number, writing: Writing): string {
  if (writing.unit === "share") return format(value, { ...writing, digits: Number.isInteger(Math.round(value * 1e6) / 1e4) ? 0 : 1 });
  return splitUnit(showShort(value, writing)).figure.replace(/\.0+$/, "");
}

/** The figure and the unit written after it, apart: `108.4` and `%`. */
export function splitUnit(text: string): { figure: string; unit: string } {
  const [, figure = text, unit = ""] = /^(.*?\d)(\s?[%a-z]+)$/.exec(text) ?? [];
  return { figure, unit };
}
