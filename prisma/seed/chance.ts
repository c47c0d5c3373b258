import { addDays, addMonths, type Day } from "@/lib/kernel/period";
import { type Calendar, MONTHS } from "./calendar";
import { COUNTRIES, FOUNDING_SHARE, INTERVALS, PLANS, SEASON, SEATS, SEGMENTS, YEARLY_GROWTH_OF_SIGN_UPS } from "./distributions";
import { withExtras } from "./extras";
import { withHabits } from "./habits";
import type { Character, Life } from "./life";
import { companyNames, somePeople } from "./names";
import { ownersOf } from "./owners";
import { type Random, randomOf } from "./random";
import { live } from "./simulate";

/** Accounts that chance made, oldest first. The same seed and day give the same accounts. */
export function chanceLives(seed: string, calendar: Calendar, count: number): Life[] {
  const names = companyNames(randomOf(`${seed} names`));
  const starts = Array.from({ length: count }, (_, index) =>
    startOf(randomOf(`${seed} start ${index}`), calendar, index < count * FOUNDING_SHARE),
  ).sort();
  return starts.map((startedOn, index) =>
    withHabits(
      randomOf(`${seed} habits ${index}`),
      lifeOf(randomOf(`${seed} life ${index}`), calendar, `A-${1001 + index}`, startedOn, names.next()),
    ),
  );
}

function startOf(random: Random, calendar: Calendar, founding: boolean): Day {
  const months = Array.from({ length: MONTHS }, (_, index) => {
    const month = Number(calendar.month(index).slice(5, 7));
    return [index, (SEASON[month - 1] ?? 1) * (1 + YEARLY_GROWTH_OF_SIGN_UPS) ** (index / 12)] as const;
  });
  return calendar.day(founding ? 0 : random.weighted(months), random.whole(0, 27));
}

function lifeOf(
  random: Random,
  calendar: Calendar,
  id: string,
  startedOn: Day,
  { name, industry }: { name: string; industry: string },
): Life {
  const segment = random.weighted(SEGMENTS);
  const place = random.weighted(COUNTRIES);
  const { median, sigma, least, most } = SEATS[segment];
  const seats = Math.round(Math.min(most, Math.max(least, random.logNormal(median, sigma))));
  const deal = {
    plan: random.weighted(PLANS[segment]),
    interval: random.weighted(INTERVALS[segment]),
    seats,
    adjust: random.between(0.92, 1),
  };
  const course = live(random, calendar, startedOn, segment, deal);
  const life: Life = {
    id,
    name,
    industry,
    ...place,
    segment,
    startedOn,
    character: characterOf(random, course.spells.at(-1)?.until !== undefined),
    owners: ownersOf(random, calendar, segment, place.region),
    people: somePeople(random, segment === "SMB" ? 2 : random.whole(2, 5)),
    ...course,
  };
  return withExtras(random, calendar, returned(random, calendar, life, deal));
}

function characterOf(random: Random, left: boolean): Character {
  const engagement = left ? random.between(0.12, 0.6) : random.between(0.35, 0.97);
  return {
    archetype: left ? "left" : engagement > 0.75 ? "thriving" : engagement > 0.5 ? "steady" : "drifting",
    engagement: Math.round(engagement * 100) / 100,
    trend: left
      ? -1
      : random.weighted([
          [1, 35],
          [0, 45],
          [-1, 20],
        ] as const),
    ticketsPerHundredSeats: Math.round(random.logNormal(left ? 1.25 : 0.95, 0.5) * 10) / 10,
  };
}

/** One in nine of those who left comes back, a season later and smaller. */
function returned(random: Random, calendar: Calendar, life: Life, deal: { seats: number }): Life {
  const left = life.spells.at(-1)?.until;
  if (!left || left > calendar.today || !random.chance(1 / 9)) return life;
  const back = addDays(addMonths(left, random.whole(2, 7)), random.whole(0, 9));
  if (back > calendar.today) return life;
  const seats = Math.max(3, Math.round(deal.seats * 0.7));
  const again = live(random, calendar, clamped(back), life.segment, { plan: "Team", interval: "month", seats, adjust: 0.95 });
  return {
    ...life,
    character: { ...life.character, archetype: "returned" },
    spells: [...life.spells, ...again.spells],
    terms: [...life.terms, ...again.terms],
  };
}

// Every month has the day a month's step lands on.
function clamped(day: Day): Day {
  return day.slice(8) > "28" ? `${day.slice(0, 8)}28` : day;
}
