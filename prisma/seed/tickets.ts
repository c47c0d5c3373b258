import type { Day } from "@/lib/kernel/period";
import type { Calendar } from "./calendar";
import { featuresOf } from "./features";
import { business, workingMoment } from "./hours";
import type { Life } from "./life";
import { standingOn } from "./presence";
import type { Random } from "./random";
import type { Tale } from "./tale";
import { type Outcome, outcomeOf } from "./ticket-outcome";
import { subjectOf } from "./words/subjects";

/** A ticket before it has its number. */
export type Ticket = Outcome & {
  account: string;
  createdAt: Date;
  subject: string;
  priority: string;
  channel: string;
  escalated: boolean;
  excluded: boolean;
  unresolvableAtFirstLevel: boolean;
};

const SHARED_BY_ALL = 10; // seats: even the smallest customer has a question now and then
const WORKING_DAYS = 21; // in a month

/** An account's tickets, oldest first, as they stand at the end of the history. */
export function ticketsOf(random: Random, { life, tale }: { life: Life; tale: Tale }, calendar: Calendar): Ticket[] {
  return calendar.days
    .flatMap((day) => (day < life.startedOn ? [] : Array<Day>(countOn(random, { life, tale }, day)).fill(day)))
    .map((day) => ticketOf(random, { life, tale }, calendar, day))
    .filter(({ createdAt }) => createdAt < calendar.now);
}

// Each day has its own chance, so that a storm of six weeks is one.
function countOn(random: Random, { life, tale }: { life: Life; tale: Tale }, day: Day): number {
  const standing = standingOn(life, day);
  const expected = standing ? ((tale.trouble(day) * (standing.seats + SHARED_BY_ALL)) / 100 / WORKING_DAYS) * business(day) : 0;
  return Math.floor(expected) + (random.chance(expected % 1) ? 1 : 0);
}

function ticketOf(random: Random, { life, tale }: { life: Life; tale: Tale }, calendar: Calendar, day: Day): Ticket {
  const content = tale.content(day);
  const createdAt = workingMoment(random, calendar, day, life.region);
  const priority = random.weighted([
    ["low", 22],
    ["normal", 52],
    ["high", 18 + 25 * (1 - content)],
    ["urgent", 4 + 22 * (1 - content)],
  ] as const);
  const channel = random.weighted([
    ["email", 42],
    ["chat", 27],
    ["web form", 20],
    ["phone", 11],
  ] as const);
  const escalated = random.chance(0.015 + 0.3 * (1 - content) ** 2);
  return {
    account: life.id,
    createdAt,
    subject: subjectOf(random, content < 0.6 ? tale.themes : [], featuresOf(standingOn(life, day) ?? { plan: "Starter", hasAddOn: false })),
    priority,
    channel,
    escalated,
    excluded: random.chance(0.018),
    unresolvableAtFirstLevel: escalated || random.chance(0.06),
    ...outcomeOf(random, { createdAt, priority, channel, content, escalated, now: calendar.now }),
  };
}

/** The records of all accounts' tickets: numbered in the order they came, with what happened to those that were reopened. */
export function ticketRows(tickets: readonly Ticket[]) {
  const numbered = [...tickets]
    .sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime() || a.account.localeCompare(b.account))
    .map((ticket, index) => ({ externalId: `T-${10_001 + index}`, ...ticket }));
  return {
    tickets: numbered.map(({ events: _, ...ticket }) => ticket),
    "ticket-events": numbered.flatMap(({ externalId, events }) => events.map((event) => ({ ticket: externalId, ...event }))),
  };
}
