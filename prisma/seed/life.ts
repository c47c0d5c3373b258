import type { Day } from "@/lib/kernel/period";
import type { Tale } from "./tale";

export type Segment = "SMB" | "Mid-market" | "Enterprise";
export type Plan = "Starter" | "Team" | "Business" | "Enterprise";
export type Interval = "month" | "quarter" | "year";

/** What kind of customer this is, so that tickets, words and usage can be made to agree with the money. */
export type Character = {
  archetype: string;
  /** How much of what they pay for they use, 0-1. */
  engagement: number;
  /** Where that is heading: -1 fading, 0 steady, 1 growing. */
  trend: -1 | 0 | 1;
  /** Tickets a month for each hundred seats, on an ordinary day of its life. */
  ticketsPerHundredSeats: number;
  /** A feature of the product that nobody there ever takes to, whatever it costs. */
  shuns?: string;
};

/** A stretch of one subscription at one price. */
export type Spell = {
  line: "seats" | "add-on";
  from: Day;
  /** The first day without it. */
  until?: Day;
  plan: string;
  interval: Interval;
  quantity: number;
  /** Minor units per interval and unit of quantity. */
  amount: number;
  trialUntil?: Day;
  canceledOn?: Day;
  reason?: string;
  pastDueSince?: Day;
  discounts?: { type: "percent" | "fixed"; value: number; duration: "forever" | "repeating" | "once"; from: Day; until?: Day }[];
  pauses?: { from: Day; until?: Day }[];
};

export type Term = {
  dueOn: Day;
  value: number;
  months: number;
  renewedOn?: Day;
  renewedValue?: number;
  renewedMonths?: number;
  declinedOn?: Day;
};

export type Person = { name: string; title: string; role: string; isChampion: boolean; leftOn?: Day };

/** One account's whole story, before it becomes records. */
export type Life = {
  id: string;
  name: string;
  industry: string;
  country: string;
  region: string;
  currency: "USD" | "EUR" | "GBP";
  segment: Segment;
  startedOn: Day;
  character: Character;
  /** Who looked after it and from when; the first from the beginning. */
  owners: [{ email: string }, ...{ email: string; from: Day }[]];
  people: Person[];
  /** How the account fared, where somebody wrote it; else chance tells it. */
  tale?: Tale;
  spells: Spell[];
  terms: Term[];
};
