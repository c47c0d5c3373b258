import { addDays, addMonths, type Day } from "@/lib/kernel/period";
import type { Calendar } from "./calendar";
import { CHURN, churnAtAge, INTERVAL_MONTHS, MOVES, PRICES, REASONS } from "./distributions";
import type { Interval, Plan, Segment, Spell, Term } from "./life";
import { seatPrice, volumeDiscount } from "./price";
import type { Random } from "./random";

/** What an account pays for at one moment of its life. */
type Deal = { plan: Plan; interval: Interval; seats: number; adjust: number };

type Course = { spells: Spell[]; terms: Term[] };

/** One account's subscription from `start` until it leaves or today comes, month by month. */
export function live(random: Random, calendar: Calendar, start: Day, segment: Segment, deal: Deal): Course {
  const course: Course = { spells: [], terms: [] };
  let now = deal;
  let spell = begin(start, now);
  for (let age = 1; ; age += 1) {
    const day = addMonths(start, age);
    const bound = INTERVAL_MONTHS[now.interval];
    const atEnd = age % bound === 0;
    const leaves = atEnd && random.chance(1 - (1 - CHURN[segment] * churnAtAge(age)) ** bound);
    const decidedOn = addDays(day, -random.whole(4, bound === 12 ? 55 : 24));
    if (leaves && decidedOn <= calendar.today) {
      if (isContract(now, segment)) course.terms.push({ dueOn: day, value: worth(now), months: 12, declinedOn: decidedOn });
      course.spells.push({ ...spell, until: day, canceledOn: decidedOn, reason: random.weighted(REASONS) });
      return course;
    }
    const next = leaves ? now : moved(random, segment, now, { atEnd, age });
    if (atEnd && isContract(now, segment)) course.terms.push(renewal(random, calendar, day, now, next));
    if (day > calendar.today) {
      course.spells.push(spell);
      const nextEnd = addMonths(start, Math.ceil(age / 12) * 12);
      if (!atEnd && isContract(now, segment)) course.terms.push({ dueOn: nextEnd, value: worth(now), months: 12 });
      return course;
    }
    if (next !== now) {
      course.spells.push({ ...spell, until: day });
      spell = begin(day, next);
      now = next;
    }
  }
}

/** A yearly deal of a customer large enough for paper. */
function isContract(deal: Deal, segment: Segment): boolean {
  return deal.interval === "year" && segment !== "SMB";
}

function begin(from: Day, { plan, interval, seats, adjust }: Deal): Spell {
  return { line: "seats", from, plan, interval, quantity: seats, amount: seatPrice(plan, interval, adjust * volumeDiscount(seats)) };
}

function worth({ plan, interval, seats, adjust }: Deal): number {
  return seats * seatPrice(plan, interval, adjust * volumeDiscount(seats));
}

/** More or fewer seats, the plan above, or a raised price at the end of a year. The same deal where nothing happened. */
function moved(random: Random, segment: Segment, deal: Deal, { atEnd, age }: { atEnd: boolean; age: number }): Deal {
  const chances = MOVES[segment];
  const above = PRICES[deal.plan].above;
  const fewer = chances.fewer * INTERVAL_MONTHS[deal.interval];
  if (atEnd && random.chance(fewer)) return changed(deal, { seats: Math.max(2, Math.round(deal.seats * random.between(0.68, 0.94))) });
  if (random.chance(chances.more))
    return changed(deal, { seats: deal.seats + Math.max(1, Math.round(deal.seats * random.between(0.06, 0.26))) });
  if (above && random.chance(chances.above)) return changed(deal, { plan: above });
  if (atEnd && age % 12 === 0 && random.chance(0.45)) return changed(deal, { adjust: deal.adjust * random.between(1.02, 1.05) });
  return deal;
}

// A larger volume's lower price must not make a grown account pay less than before.
function changed(deal: Deal, change: Partial<Deal>): Deal {
  const next = { ...deal, ...change };
  const grew = next.seats > deal.seats || PRICES[next.plan].seat > PRICES[deal.plan].seat;
  return grew && worth(next) <= worth(deal) ? deal : next;
}

/** The paper beside a yearly deal: signed early, on the day or late; open where it is due in the days ahead. */
function renewal(random: Random, calendar: Calendar, dueOn: Day, before: Deal, after: Deal): Term {
  const shift = random.weighted([
    [random.whole(-75, -8), 55],
    [random.whole(-7, 0), 25],
    [random.whole(1, 26), 16],
    [random.whole(31, 48), 4],
  ]);
  const term: Term = { dueOn, value: worth(before), months: 12 };
  const renewedOn = addDays(dueOn, shift);
  if (renewedOn > calendar.today) return term;
  return { ...term, renewedOn, renewedValue: worth(after), renewedMonths: random.chance(0.08) ? 24 : 12 };
}
