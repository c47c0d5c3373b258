import { format } from "@/lib/kernel/format";
import type { Unit } from "@/lib/kernel/unit";

/** An interval in words: `1.4% to 5.7%`; empty where there is none. */
export function spanWords(interval: readonly [number, number] | null, unit: Unit, digits: number): string {
  if (interval === null) return "";
  return `${format(interval[0], { unit, digits })} to ${format(interval[1], { unit, digits })}`;
}

/** A share as people say it of a hundred: 0.688 is `69`. */
export function ofHundred(share: number): string {
  return format(share * 100, { unit: "count" });
}

export function counted(count: number, one: string, many: string): string {
  return `${count.toLocaleString("en-US")} ${count === 1 ? one : many}`;
}
