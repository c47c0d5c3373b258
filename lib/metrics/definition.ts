import type { Period, PeriodKind } from "@/lib/kernel/period";
import type { Cohort } from "@/lib/metrics/cohorts";
import type { Relation } from "@/lib/metrics/relation";
import type { MetricFace, Reading } from "@/lib/metrics/types";
import type { Settings } from "@/lib/workspaces/settings";

/** What the same rows come to by another way of counting. */
export type Variant = { who: string; value: number | null };

/** Reads variants of a reading that is shown; `cohorts` reads those of the whole workspace. */
export type Variants = (reading: Reading, cohorts: () => Promise<Cohort[]>) => Promise<Variant[]>;

/** A number made of rows: value = Σ numerator ÷ Σ denominator, or Σ numerator where there is no denominator. */
export type RowMetric = {
  readonly face: MetricFace;
  readonly example: Example;
  readonly relation: Relation;
  /** whole: the period's two ends are compared. months: the period is cut at its month starts, and the months are added up. */
  readonly cut: "whole" | "months";
  /** A measure that is 1 for every row behind the number, and 0 for others. */
  readonly counts: string;
  /** Linear formulas over the relation's measures, in SQL. */
  readonly numerator: string;
  readonly denominator?: string;
  /** Measures that count rows whose money has no rate yet: the number is null while one of them is above 0. */
  readonly unpriced?: readonly string[];
  /** A share of things counted, and not of money. */
  readonly interval?: "wilson";
  readonly details: Readonly<Record<string, string>>;
  readonly from?: readonly string[];
  readonly variants?: Variants;
  /** Also read where the period lies ahead. */
  readonly ahead?: true;
};

/** A formula over other readings; its evidence is that of the first of them. */
export type DerivedMetric = {
  readonly face: MetricFace;
  readonly example: Example;
  readonly from: readonly string[];
  readonly variants?: Variants;
  readonly needs: (period: Period & { kind: PeriodKind }) => readonly { id: string; period: Period }[];
  readonly derive: (
    found: (id: string, period: Period) => Reading,
    period: Period,
    settings: Settings,
  ) => Pick<Reading, "value" | "details" | "rows">;
};

export type Metric = RowMetric | DerivedMetric;

/** A few accounts small enough to compute on paper, with what they come to. Run through the whole product by a test. */
export type Example = {
  /** Name, MRR at the start and at the end of the month, in minor units; `paidBefore` for one that had left. */
  readonly accounts?: readonly (readonly [name: string, opening: number, closing: number, paidBefore?: "paidBefore"])[];
  /** Name, value, and the value it was renewed at: null for lost, undefined for pending. */
  readonly contracts?: readonly (readonly [name: string, value: number, renewedValue: number | null | undefined])[];
  readonly value: number | null;
};

export function isDerived(metric: Metric): metric is DerivedMetric {
  return "derive" in metric;
}
