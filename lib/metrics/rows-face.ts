import { isDerived, type Metric } from "@/lib/metrics/definition";
import { exampleTables } from "@/lib/metrics/example-tables";
import type { Relation, Thing } from "@/lib/metrics/relation";
import type { MetricFace, Unit } from "@/lib/metrics/types";

/** How the rows behind a metric present themselves: what one of them is, and in which unit its two figures stand; rows that do not add up have none. */
export type RowsFace = {
  counted: Thing | "movement";
  numerator: Unit | null;
  denominator: Unit | null;
  /** The unit of each named count behind the number. */
  details: Readonly<Record<string, Unit>>;
};

/** A face with that of its rows: what a screen is given of a metric. */
export type ShownMetric = MetricFace & { rows: RowsFace };

/** A derived metric's rows are those of the first metric it is made from. */
export function shownMetric(metric: Metric, find: (id: string) => Metric | undefined): ShownMetric {
  const { face, example } = metric;
  return { ...face, example: { ...face.example, tables: exampleTables(example) }, rows: rowsFace(metric, find) };
}

function rowsFace(metric: Metric, find: (id: string) => Metric | undefined): RowsFace {
  if (isDerived(metric)) {
    const first = find(metric.from[0] ?? "");
    return first ? { ...rowsFace(first, find), details: {} } : { counted: "account", numerator: "count", denominator: null, details: {} };
  }
  const { relation, cut, numerator, denominator, details } = metric;
  return {
    counted: cut === "months" ? "movement" : relation.thing,
    numerator: numerator === undefined ? null : unitOf(relation, numerator),
    denominator: denominator === undefined ? null : unitOf(relation, denominator),
    details: Object.fromEntries(Object.entries(details).map(([name, formula]) => [name, unitOf(relation, formula)])),
  };
}

// A sum is in the unit of its parts, whichever end of a period they are of.
function unitOf({ minor = [], inUnit = {} }: Relation, formula: string): Unit {
  const parts = formula.match(/[a-z_]+/g) ?? [];
  if (parts.some((name) => minor.includes(name.replace(/^(?:first|last)_/, "")))) return "money";
  return parts.flatMap((name) => inUnit[name] ?? []).at(0) ?? "count";
}
