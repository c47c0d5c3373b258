import type { Day } from "@/lib/kernel/period";
import type { Life } from "./life";

/** A time an account was a customer without a gap, whatever it changed meanwhile. */
export type Stretch = { from: Day; until?: Day; decidedOn?: Day; next?: Day };

export function stretchesOf({ spells }: Life): Stretch[] {
  const found: Stretch[] = [];
  for (const { line, from, until, canceledOn } of spells) {
    if (line !== "seats") continue;
    const last = found.at(-1);
    if (last?.until === from) found.pop();
    else if (last) last.next = from;
    const start = last?.until === from ? last.from : from;
    found.push({ from: start, ...(until && { until }), ...(canceledOn && { decidedOn: canceledOn }) });
  }
  return found;
}

/** The seats and the plan an account has on a day; null where it is away or pauses. */
export function standingOn({ spells }: Life, day: Day): { seats: number; plan: string; hasAddOn: boolean } | null {
  const isOn = ({ from, until }: { from: Day; until?: Day }) => from <= day && (until === undefined || day < until);
  const main = spells.find((spell) => spell.line === "seats" && isOn(spell));
  if (!main || main.pauses?.some(isOn)) return null;
  return { seats: main.quantity, plan: main.plan, hasAddOn: spells.some((spell) => spell.line === "add-on" && isOn(spell)) };
}
