import { addDays, type Day, daysBetween } from "@/lib/kernel/period";
import type { Call } from "@/lib/renewals/schema";
import type { Calendar } from "./calendar";
import { workingMoment } from "./hours";
import type { Life, Term } from "./life";
import { type Random, randomOf } from "./random";
import { contractId } from "./rows";

export type CallRow = { contract: string; call: Call; amount: number; note: string | null; author: string; at: Date };

/** About how many days before the due day a renewal is called, how often anybody does, and how often they know how it ends. */
const MOMENTS = [
  { days: 185, spread: 12, asked: 0.72, known: 0.5 },
  { days: 96, spread: 9, asked: 0.84, known: 0.62 },
  { days: 34, spread: 5, asked: 0.88, known: 0.76 },
];

/** The share of renewals nobody ever says anything of. */
const FORGOTTEN = 0.15;

const HUNDRED = 10_000;

/** What the owners said of renewals, when they said it: mostly hopeful, and the nearer the better informed. Nothing is said of what is decided. */
export function callsOf(seed: string, lives: readonly Life[], calendar: Calendar): CallRow[] {
  return lives.flatMap((life) =>
    life.terms.flatMap((term, place) => {
      const random = randomOf(`${seed} calls ${life.id} ${place}`);
      if (random.chance(FORGOTTEN)) return [];
      return MOMENTS.flatMap((moment) => {
        const day = addDays(term.dueOn, -random.whole(moment.days - moment.spread, moment.days + moment.spread));
        const isAsked = random.chance(moment.asked);
        const call = random.chance(moment.known) ? endOf(term, random) : hoped(random);
        const amount = amountOf(random, call, term);
        const at = workingMoment(random, calendar, day, life.region);
        const isOpen = day < (term.renewedOn ?? term.declinedOn ?? "9999") && daysBetween(life.startedOn, day) > 20;
        if (!isAsked || !isOpen || at >= calendar.now) return [];
        const note = random.chance(0.6) ? random.pick(NOTES[call]) : null;
        return [{ contract: contractId(life, place), call, amount, note, author: ownerOn(life, day), at }];
      });
    }),
  );
}

function endOf(term: Term, random: Random): Call {
  if (term.declinedOn) return "lose";
  if (!term.renewedOn) return hoped(random);
  const { value, months, renewedValue = value, renewedMonths = months } = term;
  const change = renewedValue / renewedMonths - value / months;
  return change > 0 ? "grow" : change < 0 ? "shrink" : "renew";
}

function hoped(random: Random): Call {
  return random.weighted<Call>([
    ["renew", 66],
    ["grow", 18],
    ["shrink", 10],
    ["lose", 6],
  ]);
}

function amountOf(random: Random, call: Call, { value, months, renewedValue, renewedMonths = months }: Term): number {
  const come = renewedValue === undefined ? undefined : (renewedValue * months) / renewedMonths;
  const near = (come ?? value) * random.between(0.97, 1.08);
  const rounded = (amount: number) => Math.round(amount / HUNDRED) * HUNDRED;
  if (call === "grow") return Math.max(rounded(near), rounded(value * random.between(1.06, 1.3)), value + HUNDRED);
  if (call === "shrink") return Math.min(rounded(value * random.between(0.6, 0.9)) || 1, value - 1);
  return call === "lose" ? 0 : value;
}

function ownerOn({ owners }: Life, day: Day): string {
  return (owners.findLast((owner) => !("from" in owner) || owner.from <= day) ?? owners[0]).email;
}

const NOTES: Record<Call, readonly string[]> = {
  renew: ["Budget is confirmed.", "Sponsor says yes, paper to follow.", "No change wanted."],
  grow: ["A second team wants in.", "They asked for more seats.", "New region goes live in spring."],
  shrink: ["Headcount was cut.", "Half the seats are asleep.", "They want the smaller plan."],
  lose: ["They are looking at somebody else.", "Sponsor is gone, nobody answers.", "No budget for next year."],
};
