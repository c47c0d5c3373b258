import type { Dimension } from "@/lib/kernel/dimension";
import type { Day, Period } from "@/lib/kernel/period";

/** share: 0-1. money: minor units of `currency`. score, hours, days, count and ratio as they are. */
export type Unit = "share" | "money" | "score" | "hours" | "days" | "count" | "ratio";

/** One metric over one period. Figures are never rounded; null is "no answer", and not zero. */
export type Reading = {
  id: string;
  unit: Unit;
  currency?: string;
  period: Period;
  value: number | null;
  numerator: number | null;
  denominator: number | null;
  /** How many rows the evidence has. */
  rows: number;
  /** 95 %, in the unit of the value. */
  interval: [number, number] | null;
  asOf: string;
  /** The period was not over at `asOf`. */
  partial: boolean;
  details: Record<string, number | null>;
  /** Currencies in play that had no rate yet, where the value is null for that. */
  missingRates?: string[];
  /** The metrics a derived one was made from. */
  from?: string[];
  dimension?: { by: Dimension; value: string | null };
  parts: Reading[] | null;
  trend?: Reading[];
};

export type Filter = Partial<Record<Dimension, string | null>>;

/** What the command line, the loaders and the actions all ask for. */
export type ReadingRequest = {
  /** Every metric where absent. */
  ids?: readonly string[];
  period: string;
  by?: Dimension;
  where?: Filter;
  /** How many periods up to this one, at most 120. */
  trend?: number;
  asOf?: Date;
};

export type Readings = { period: Period; asOf: string; metrics: Reading[] };

/** One row behind a number. `numerator` and `denominator` add up to the reading's. */
export type EvidenceRow = {
  /** The account's id, for links; null where the thing counted is of no account, such as an anonymous answer. */
  accountId: string | null;
  /** The account's external id. */
  account: string | null;
  externalId: string | null;
  name: string | null;
  /** The ticket's, answer's or contract's external id; null where the account itself is the thing counted. */
  record: string | null;
  numerator: number | null;
  denominator: number | null;
  /** What a person wants to see beside them, by column id. */
  [column: string]: string | number | boolean | null;
};

export type EvidenceColumn = { id: string; label: string; unit: Unit | "text" | "date" };

export type EvidencePage = {
  columns: EvidenceColumn[];
  rows: EvidenceRow[];
  /** Over all rows, not this page's. */
  total: { rows: number; numerator: number | null; denominator: number | null };
  /** Asks for the next page; null on the last. */
  next: string | null;
};

export type ExampleTable = { name: string; columns: readonly string[]; rows: readonly (readonly string[])[] };

/** How a metric presents itself: all a card, a glossary and a metric page need. Holds no function, so that it can be sent to a browser. */
export type MetricFace = {
  id: string;
  name: string;
  group: "Revenue" | "Voice" | "Support" | "Product" | "Growth" | "Health";
  unit: Unit;
  better: "higher" | "lower" | "neither";
  /** The question it answers, in a user's words. */
  question: string;
  /** What it says, in one sentence. */
  meaning: string;
  formula: { words: string; symbols: string };
  leavesOut: string[];
  /** How other products count it, and what the same rows would give there. */
  elsewhere: { who: string; how: string }[];
  sources: string[];
  /** The days on which we began to count it otherwise. */
  definitionChanges?: readonly { day: Day; words: string }[];
  /** The ends of a score's scale, between which it is drawn. */
  scale?: readonly [number, number];
  /** Said of the period's end, and not of all the time up to it. */
  atEnd?: true;
  /** Display digits after the point; shares and money follow their own rule where absent. */
  digits?: number;
  dimensions: readonly Dimension[];
  /** `tables`: the records it speaks of. */
  example: { words: string; tables?: readonly ExampleTable[] };
};
