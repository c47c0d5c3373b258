import { addDays, addMonths } from "@/lib/kernel/period";
import type { Calendar } from "./calendar";
import type { Life, Spell } from "./life";
import type { Random } from "./random";

/** Trials, discounts, pauses, a second subscription and late payments, where chance has them. */
export function withExtras(random: Random, calendar: Calendar, life: Life): Life {
  const spells = life.spells.map((spell) => ({ ...spell }));
  const [first] = spells;
  const last = spells.at(-1);
  if (!first || !last) return life;
  if (life.segment === "SMB" && random.chance(0.6)) first.trialUntil = addDays(first.from, 14);
  if (random.chance(0.13)) discount(random, life, spells);
  if (life.segment === "SMB" && first.interval === "month" && random.chance(0.03)) pause(random, first, calendar);
  if (life.segment !== "SMB" && random.chance(0.16)) spells.push(...addOn(random, calendar, life));
  if (last.until === undefined && last.interval === "month" && random.chance(0.012))
    last.pastDueSince = addDays(calendar.today, -random.whole(3, 17));
  return { ...life, spells };
}

function discount(random: Random, life: Life, spells: Spell[]): void {
  const [first] = spells;
  if (!first) return;
  const kind = random.weighted([
    ["repeating", 50],
    ["forever", 25],
    ["once", 15],
    ["fixed", 10],
  ] as const);
  if (kind === "forever") {
    const value = random.pick([5, 7.5, 10]);
    for (const spell of spells) spell.discounts = [{ type: "percent", value, duration: "forever", from: spell.from }];
  } else if (kind === "fixed") {
    const value = Math.round((first.amount * first.quantity * 0.08) / 100) * 100;
    first.discounts = [{ type: "fixed", value, duration: "repeating", from: first.from, until: addMonths(first.from, 6) }];
  } else {
    const value = random.pick([10, 15, 20]);
    first.discounts = [
      { type: "percent", value, duration: kind, from: first.from, until: addMonths(first.from, life.segment === "SMB" ? 3 : 12) },
    ];
  }
}

function pause(random: Random, spell: Spell, calendar: Calendar): void {
  const from = addDays(addMonths(spell.from, 2), random.whole(0, 20));
  const until = addDays(from, random.whole(30, 75));
  if (until < (spell.until ?? calendar.today)) spell.pauses = [{ from, until }];
}

/** Analytics, bought later and priced as a whole. */
function addOn(random: Random, calendar: Calendar, life: Life): Spell[] {
  const last = life.spells.at(-1);
  const from = addDays(addMonths(life.startedOn, random.whole(3, 14)), random.whole(0, 9));
  if (!last || from >= (last.until ?? calendar.today) || from > calendar.today || from < last.from) return [];
  const amount = life.segment === "Enterprise" ? random.pick([90_000, 140_000, 180_000]) : random.pick([19_000, 29_000, 39_000]);
  return [{ line: "add-on", from, plan: "Analytics", interval: "month", quantity: 1, amount, ...ending(last) }];
}

function ending({ until, canceledOn, reason }: Spell): Partial<Spell> {
  return { ...(until && { until }), ...(canceledOn && { canceledOn }), ...(reason && { reason }) };
}
