import { isDerived, type Metric } from "@/lib/metrics/definition";
import type { MetricFace, Unit } from "@/lib/metrics/types";

/** How the rows behind a metric present themselves: what one of them is, and in which unit its two figures stand. */
export type RowsFace = { counted: "account" | "movement" | "contract"; numerator: Unit; denominator: Unit | null };

/** A face with that of its rows: what a screen is given of a metric. */
export type ShownMetric = MetricFace & { rows: RowsFace };

/** Measures in minor units; all others are counts. */
const MONEY =
  /\b(?:opening|closing|value|closing_value|due_value|new|expansion|contraction|churned|reactivated|decided_acv|renewed_acv|kept_acv)\b/;

/** A derived metric's rows are those of the first metric it is made from. */
export function shownMetric(metric: Metric, find: (id: string) => Metric | undefined): ShownMetric {
  return { ...metric.face, rows: rowsFace(metric, find) };
}

function rowsFace(metric: Metric, find: (id: string) => Metric | undefined): RowsFace {
  if (isDerived(metric)) {
    const first = find(metric.from[0] ?? "");
    return first ? rowsFace(first, find) : { counted: "account", numerator: "count", denominator: null };
  }
  const { relation, cut, numerator, denominator } = metric;
  const counted = relation.id.startsWith("contract") ? "contract" : cut === "months" ? "movement" : "account";
  return { counted, numerator: unitOf(numerator), denominator: denominator === undefined ? null : unitOf(denominator) };
}

function unitOf(formula: string): Unit {
  return MONEY.test(formula) ? "money" : "count";
}
