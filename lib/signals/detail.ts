import { format } from "@/lib/kernel/format";
import type { Detail } from "@/lib/signals/signal";

/** A figure a signal has to tell; 0 where it has none. */
export function figureOf(detail: Detail, key: string): number {
  return Number(detail[key] ?? 0);
}

export function textOf(detail: Detail, key: string): string {
  return String(detail[key] ?? "");
}

/** `1 day`, `42 days`. */
export function daysText(days: number): string {
  return format(days, { unit: "days", digits: 0 });
}

/** `today`, `yesterday`, `42 days ago`. */
export function ago(days: number): string {
  if (days <= 0) return "today";
  return days === 1 ? "yesterday" : `${daysText(days)} ago`;
}

/** A share in whole percent. */
export function percent(share: number): string {
  return format(share, { unit: "share", digits: 0 });
}
