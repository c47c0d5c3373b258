import { addDays, daysBetween } from "@/lib/kernel/period";
import type { Calendar } from "./calendar";
import { INTERVAL_MONTHS } from "./distributions";
import type { Life, Spell } from "./life";
import { stretchesOf } from "./presence";
import { type Random, randomOf } from "./random";
import { remembered } from "./remembered";
import { along, around, type Level, product, steady, type Tale } from "./tale";
import type { Theme } from "./words/themes";

/** What a leaver's reason sounds like before it is one. */
const THEME_OF: Record<string, Theme> = {
  "too expensive": "price",
  "not adopted": "onboarding",
  "missing feature": "missing",
  "switched to another product": "reliability",
  "champion left": "onboarding",
};

/** One leaver in six shows nothing beforehand, and one who stays in eight looks for a while as if about to leave. */
const SILENT_LEAVERS = 1 / 6;
const FALSE_ALARMS = 1 / 8;

/** An account's tale: the written one, else one that runs ahead of its money by one to three months, with noise. */
export function taleOf(seed: string, life: Life, calendar: Calendar): Tale {
  const { use, trouble, content, ...tale } = life.tale ?? chanceTale(randomOf(`${seed} tale ${life.id}`), life, calendar);
  return { ...tale, use: remembered(use), trouble: remembered(trouble), content: remembered(content) };
}

function chanceTale(random: Random, life: Life, calendar: Calendar): Tale {
  const { engagement, ticketsPerHundredSeats } = life.character;
  const settled = addDays(life.startedOn, 60); // the first weeks are full of questions
  const omens = product(...omensOf(random, life, calendar));
  const left = stretchesOf(life).at(-1)?.until !== undefined;
  const usual = left ? random.between(0.5, 0.9) : engagement;
  const wobble = along(
    ...Array.from({ length: 40 }, (_, index) => [calendar.month(index), Math.max(0.6, random.normal(1, 0.09))] as const),
  );
  const temper = Math.min(0.98, 0.67 + 0.28 * usual + random.normal(0, 0.085));
  return {
    use: product(steady(usual), course(life, left, calendar), omens, wobble),
    trouble: (day) => ticketsPerHundredSeats * (2.6 - 1.6 * Math.min(1.2, omens(day))) * (day < settled ? 1.7 : 1),
    content: (day) => Math.min(0.99, temper * Math.min(1.06, omens(day) ** 0.75)),
    themes: themesOf(random, life),
  };
}

/** Learning takes six weeks; some grow from then on, and some drift away in the last half year. */
function course({ startedOn, character }: Life, left: boolean, { today }: Calendar): Level {
  const learning = along([startedOn, 0.45], [addDays(startedOn, 45), 1]);
  if (left || character.trend === 0) return learning;
  const drift = character.trend > 0 ? along([startedOn, 0.7], [today, 1]) : along([addDays(today, -150), 1.45], [today, 0.9]);
  return product(learning, drift);
}

function omensOf(random: Random, life: Life, { today }: Calendar): Level[] {
  const seats = life.spells.filter(({ line }) => line === "seats");
  const steps = seats.slice(1).flatMap((next, index) => stepOf(random, seats[index], next));
  const ends = stretchesOf(life).flatMap(({ until, decidedOn, next }) => {
    if (until === undefined || random.chance(SILENT_LEAVERS)) return [];
    const low = [addDays(decidedOn ?? until, -random.whole(0, 12)), random.between(0.12, 0.45)] as const;
    const fall = [[addDays(low[0], -random.whole(35, 95)), 1], low] as const;
    return [next === undefined ? along(...fall) : along(...fall, [next, 1])];
  });
  if (ends.length > 0 || !random.chance(FALSE_ALARMS)) return [...steps, ...ends];
  const scare = addDays(life.startedOn, random.whole(60, Math.max(61, daysBetween(life.startedOn, today))));
  return [...steps, around(scare, 40, random.between(0.35, 0.6), 1)];
}

function stepOf(random: Random, before: Spell | undefined, next: Spell): Level[] {
  if (!before || before.until !== next.from) return [];
  const ratio = monthly(next) / monthly(before);
  if (ratio < 0.97) return [around(next.from, random.whole(40, 85), random.between(0.55, 0.85), 0.93)];
  return ratio > 1.04 ? [around(next.from, random.whole(30, 70), random.between(1.02, 1.18), 1)] : [];
}

function monthly({ amount, quantity, interval }: Spell): number {
  return (amount * quantity) / INTERVAL_MONTHS[interval];
}

function themesOf(random: Random, { spells }: Life): Theme[] {
  const known = spells.flatMap(({ reason }) => THEME_OF[reason ?? ""] ?? []);
  const themes = ["price", "onboarding", "reliability", "missing", "support", "ease"] as const;
  return [...known, ...known, random.pick(themes), random.pick(themes)];
}
