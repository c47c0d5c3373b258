import type { Day, Period } from "@/lib/kernel/period";
import type { Cohort } from "@/lib/metrics/cohorts";
import type { Interval } from "@/lib/metrics/interval";
import type { Relation } from "@/lib/metrics/relation";
import type { EvidenceRow, MetricFace, Reading } from "@/lib/metrics/types";
import type { Settings } from "@/lib/workspaces/settings";

/** What the same rows come to by another way of counting. */
export type Variant = { who: string; value: number | null };

/** Reads variants of a reading that is shown; `cohorts` reads those of the whole workspace, `rows` all that is behind the reading. */
export type Variants = (reading: Reading, cohorts: () => Promise<Cohort[]>, rows: () => Promise<EvidenceRow[]>) => Promise<Variant[]>;

/** What every number made of rows has. */
type OfRows = {
  readonly face: MetricFace;
  readonly example: Example;
  readonly relation: Relation;
  /** A measure that is 1 for every row behind the number, and 0 for others. */
  readonly counts: string;
  readonly details: Readonly<Record<string, string>>;
  readonly from?: readonly string[];
  readonly variants?: Variants;
  /** How many periods its page draws, where each is dear to read. */
  readonly trend?: number;
  /** Also read where the period lies ahead. */
  readonly ahead?: true;
  /** A condition on the workspace's records, as SQL, without which the number has no answer: `at` is the instant of the reading. */
  readonly requires?: (at: string) => string;
};

/** A number made of rows: value = Σ numerator ÷ Σ denominator, or Σ numerator where there is no denominator. */
export type RowMetric = OfRows & {
  /** whole: the period's two ends are compared. months: the period is cut at its month starts, and the months are added up. */
  readonly cut: "whole" | "months";
  /** Linear formulas over the relation's measures, in SQL. */
  readonly numerator: string;
  readonly denominator?: string;
  /** Measures that count rows whose money has no rate yet: the number is null while one of them is above 0. */
  readonly unpriced?: readonly string[];
  /** Σ of the squares of the numerators, where the interval is of a mean. */
  readonly squares?: string;
  /** None for money, sums and ratios of money. */
  readonly interval?: Interval;
};

/** A number drawn from the spread of a row's values: their median, their p90, or the time by which half have got there. Its rows do not add up. */
export type SpreadMetric = OfRows & {
  readonly cut: "whole";
  /** A row's value, in SQL over the relation's columns. */
  readonly spread: string;
  /** survival: Kaplan-Meier, where `ended` (SQL) is false for a row that is still on its way. */
  readonly aggregate: "median" | "p90" | { readonly ended: string };
  readonly numerator?: never;
  readonly denominator?: never;
  readonly unpriced?: never;
};

/** A number that is read from rows. */
export type MeasuredMetric = RowMetric | SpreadMetric;

/** A formula over other readings; its evidence is that of the first of them. */
export type DerivedMetric = {
  readonly face: MetricFace;
  readonly example: Example;
  readonly from: readonly string[];
  readonly variants?: Variants;
  /** `until` is the day after the last that counts: the period's end, or that of the day of the reading where the period is not over. */
  readonly needs: (period: Period, until: Day) => readonly { id: string; period: Period }[];
  readonly derive: (
    found: (id: string, period: Period) => Reading,
    period: Period,
    until: Day,
    settings: Settings,
  ) => Pick<Reading, "value" | "details" | "rows">;
};

export type Metric = MeasuredMetric | DerivedMetric;

/** A few accounts small enough to compute on paper, with what they come to. Run through the whole product by a test. */
export type Example = {
  /** Name, MRR at the start and at the end of the month, in minor units; `paidBefore` for one that had left. */
  readonly accounts?: readonly (readonly [name: string, opening: number, closing: number, paidBefore?: "paidBefore"])[];
  /** Name, value, and the value it was renewed at: null for lost, undefined for pending. */
  readonly contracts?: readonly (readonly [name: string, value: number, renewedValue: number | null | undefined])[];
  /** Records of other kinds, typed as their kinds are, of accounts named in them; they happen in March 2024. */
  readonly records?: ExampleRecords;
  readonly settings?: Readonly<Record<string, string>>;
  /** The only measures of health that count, with their weights. */
  readonly weights?: Readonly<Record<string, number>>;
  readonly value: number | null;
};

/** Rows as a file would hold them, by kind. */
export type ExampleRecords = Readonly<Record<string, readonly Readonly<Record<string, string | number>>[]>>;

export function isDerived(metric: Metric): metric is DerivedMetric {
  return "derive" in metric;
}

export function isSpread(metric: Metric): metric is SpreadMetric {
  return "spread" in metric;
}
