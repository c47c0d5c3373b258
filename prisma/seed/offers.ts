import { addDays, type Day, daysBetween } from "@/lib/kernel/period";
import { type Calendar, MONTHS } from "./calendar";
import { INTERVAL_MONTHS } from "./distributions";
import { hoursAfter, workingMoment } from "./hours";
import type { Life, Spell } from "./life";
import { standingOn } from "./presence";
import type { Random } from "./random";
import type { Tale } from "./tale";

/** The share of the growth that somebody had offered before; the rest came by itself. */
const OFFERED_BEFORE = 0.3;
const A_MONTH = 0.054;

type Proposal = { kind: "upsell" | "cross_sell"; day: Day; value: number; answer?: { day: Day; isYes: boolean } };

/** What was offered to an account: what it took, and what it did not want or never answered. Values are a year's, in its currency. */
export function offersOf(random: Random, { life, tale }: { life: Life; tale: Tale }, calendar: Calendar) {
  return [...taken(random, life), ...others(random, { life, tale }, calendar)].flatMap(({ kind, day, value, answer }) => {
    const presentedAt = workingMoment(random, calendar, day, life.region);
    const answeredAt = answer && hoursAfter(calendar.at(answer.day > day ? answer.day : addDays(day, 1)), 16);
    if (presentedAt >= calendar.now) return [];
    const decided =
      answeredAt && answeredAt < calendar.now ? (answer?.isYes ? { acceptedAt: answeredAt } : { declinedAt: answeredAt }) : {};
    return [
      {
        account: life.id,
        kind,
        presentedAt,
        ...decided,
        value: BigInt(Math.max(100, Math.round(value / 100) * 100)),
        currency: life.currency,
      },
    ];
  });
}

function taken(random: Random, { spells }: Life): Proposal[] {
  const seats = spells.filter(({ line }) => line === "seats");
  const grown = seats.slice(1).flatMap((next, index): Proposal[] => {
    const gain = yearly(next) - (seats[index] ? yearly(seats[index]) : 0);
    if (gain <= 0 || seats[index]?.until !== next.from || !random.chance(OFFERED_BEFORE)) return [];
    return [{ kind: "upsell", day: addDays(next.from, -random.whole(4, 28)), value: gain, answer: { day: next.from, isYes: true } }];
  });
  const added = spells
    .filter(({ line }) => line === "add-on")
    .map((spell): Proposal => {
      return {
        kind: "cross_sell",
        day: addDays(spell.from, -random.whole(3, 26)),
        value: yearly(spell),
        answer: { day: spell.from, isYes: true },
      };
    });
  return [...grown, ...added];
}

function others(random: Random, { life, tale }: { life: Life; tale: Tale }, calendar: Calendar): Proposal[] {
  return Array.from({ length: MONTHS + 1 }, (_, index) => index).flatMap((index): Proposal[] => {
    const day = calendar.day(index, random.whole(0, 27));
    const isNew = daysBetween(life.startedOn, day) < 90;
    const paid = life.spells.find(({ line, from, until }) => line === "seats" && from <= day && (until === undefined || day < until));
    if (!paid || isNew || day > calendar.today || standingOn(life, day) === null || !random.chance(A_MONTH * (0.4 + tale.content(day))))
      return [];
    const kind = random.chance(0.6) ? "upsell" : "cross_sell";
    const value = yearly(paid) * (kind === "upsell" ? random.between(0.08, 0.35) : random.between(0.05, 0.18));
    if (random.chance(0.34)) return [{ kind, day, value }];
    return [{ kind, day, value, answer: { day: addDays(day, random.whole(2, 40)), isYes: random.chance(0.08) } }];
  });
}

function yearly({ amount, quantity, interval }: Spell): number {
  return (amount * quantity * 12) / INTERVAL_MONTHS[interval];
}

/** The records of all offers, numbered in the order they were made. */
export function offerRows(offers: readonly ReturnType<typeof offersOf>[number][]) {
  return [...offers]
    .sort((a, b) => a.presentedAt.getTime() - b.presentedAt.getTime() || a.account.localeCompare(b.account))
    .map((offer, index) => ({ externalId: `O-${index + 1}`, ...offer }));
}
