import { addDays, type Day } from "@/lib/kernel/period";
import type { Calendar } from "./calendar";
import { business, workingMoment } from "./hours";
import type { Life, Segment } from "./life";
import { stretchesOf } from "./presence";
import type { Random } from "./random";
import type { Tale } from "./tale";
import { TOUCHES } from "./words/care";

/** How often the team gets in touch, in days: large customers have more of it. */
const EVERY: Record<Segment, number> = { SMB: 44, "Mid-market": 25, Enterprise: 15 };

/** How warm an account is on a day, 0-1: by how it uses the product and how it feels about it. */
export function warmthOf(tale: Tale, day: Day): number {
  return 0.55 * Math.min(1, tale.use(day) / 0.6) + 0.45 * Math.min(1, tale.content(day));
}

/** The calls, mails and meetings with an account while it is a customer. The colder it grows, the less it answers; whoever has fallen silent does not at all. */
export function touchRows(random: Random, { life, tale }: { life: Life; tale: Tale }, calendar: Calendar) {
  return stretchesOf(life)
    .flatMap(({ from, until = addDays(calendar.today, 1) }) => daysOfTouch(random, life.segment, from, until))
    .map((day, index) => touchOf(random, { life, tale, day, isFirst: index === 0 }, calendar))
    .filter(({ at }) => at < calendar.now);
}

function daysOfTouch(random: Random, segment: Segment, from: Day, until: Day): Day[] {
  const days: Day[] = [];
  for (
    let day = addDays(from, random.whole(2, 9));
    day < until;
    day = addDays(day, Math.max(3, Math.round(random.normal(EVERY[segment], EVERY[segment] * 0.35))))
  )
    days.push(workday(day));
  return days.filter((day) => day < until);
}

function workday(day: Day): Day {
  return business(day) > 0.2 ? day : workday(addDays(day, 1));
}

function touchOf(random: Random, { life, tale, day, isFirst }: { life: Life; tale: Tale; day: Day; isFirst: boolean }, calendar: Calendar) {
  const warmth = warmthOf(tale, day);
  const isSilent = tale.silentFrom !== undefined && day >= tale.silentFrom;
  const twoWay = !isSilent && (isFirst || random.chance(0.12 + 0.83 * warmth ** 1.4));
  const type = isFirst ? "meeting" : random.weighted(twoWay ? KINDS.answered : KINDS.unanswered);
  const mood = isFirst ? "kickOff" : !twoWay ? "unanswered" : warmth > 0.68 ? "warm" : warmth > 0.42 ? "cool" : "cold";
  const person = life.people.findIndex(({ leftOn }) => leftOn === undefined || leftOn > day);
  return {
    account: life.id,
    type,
    twoWay,
    at: workingMoment(random, calendar, day, life.region),
    text: random.pick<string>(TOUCHES[mood]),
    contact: twoWay && person >= 0 ? `${life.id}-p${person + 1}` : null,
    minutes: twoWay && type !== "mail" ? random.whole(3, 12) * 5 : null,
    author: ownerOn(life, day),
  };
}

const KINDS = {
  answered: [
    ["call", 46],
    ["mail", 30],
    ["meeting", 24],
  ],
  unanswered: [
    ["mail", 78],
    ["call", 22],
  ],
} as const;

/** Who looks after an account on a day. */
export function ownerOn({ owners }: Life, day: Day): string {
  return owners.findLast((owner) => !("from" in owner) || owner.from <= day)?.email ?? owners[0].email;
}
