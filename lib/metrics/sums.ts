import { ALL_DIMENSIONS, type Dimension } from "@/lib/kernel/dimension";
import type { Life } from "@/lib/kernel/kaplan-meier";
import type { Period } from "@/lib/kernel/period";
import { Parameters } from "@/lib/ledger/parameters";
import { monthCuts, wholeCuts } from "@/lib/ledger/rollups";
import { isSpread, type MeasuredMetric, type SpreadMetric } from "@/lib/metrics/definition";
import type { Relation } from "@/lib/metrics/relation";
import type { Filter } from "@/lib/metrics/types";
import type { Sql } from "@/lib/platform/db";
import type { Scope } from "@/lib/platform/scope";
import type { Settings } from "@/lib/workspaces/settings";

/** The sums of one metric over one period, for the whole or for one value of a dimension. */
export type Sums = {
  numerator: number;
  denominator: number;
  value: number | null;
  rows: number;
  unpriced: boolean;
  /** Σ of the squared numerators, where a metric asks for it. */
  squares: number;
  details: Record<string, number | null>;
  /** The lives behind a survival figure, which is drawn from them. */
  lives?: Life[] | null;
};

export type SumsRequest = {
  readonly metrics: readonly MeasuredMetric[];
  readonly periods: readonly Period[];
  readonly by: Dimension | null;
  readonly where: Filter;
  readonly asOf: Date;
  readonly scope: Pick<Scope, "currency" | "timeZone">;
  readonly settings: Settings;
};

/** What a period and a value (null for the whole, or for none) come to, by metric. */
export type SumsRow = { period: Period; value: string | null; sums: Map<string, Sums> };

/** Reads metrics of one relation and one cut from its rows. */
export async function sumLive(sql: Sql, request: SumsRequest): Promise<SumsRow[]> {
  const [metric] = request.metrics;
  if (metric === undefined || request.periods.length === 0) return [];
  const parameters = new Parameters();
  return read(sql, liveSql(metric, request, parameters), parameters);
}

/** The statement that reads them: metrics of the relation and the cut of the first. */
export function liveSql({ relation, cut: cutting }: MeasuredMetric, request: SumsRequest, parameters: Parameters): string {
  const cuts = cutting === "months" ? monthCuts(request.periods) : wholeCuts(request.periods);
  const rows = relation.rows(
    { cuts, asOf: request.asOf, scope: request.scope, settings: request.settings, isDivided: isDivided(request) },
    parameters,
  );
  const value = request.by === null ? "NULL::text" : `r.${request.by}`;
  return figuresSql(
    request.metrics,
    `SELECT r.of_start, r.of_end, ${value} AS value, ${[sumsOf(relation, (measure) => `r.${measure}`, { first: "r.is_first", last: "r.is_last" }), ...request.metrics.filter(isSpread).map(spreadSql)].join(", ")}
     FROM (${rows}) AS r ${filterSql(request.where, parameters)} GROUP BY 1, 2, 3`,
    parameters,
  );
}

/** Reads the same from the sums that are kept. The periods must all be kept, or be a sum of months that are. */
export async function sumRolled(sql: Sql, request: SumsRequest): Promise<SumsRow[]> {
  const [metric] = request.metrics;
  if (metric === undefined || request.periods.length === 0) return [];
  const parameters = new Parameters();
  const { relation } = metric;
  const cuts = metric.cut === "months" ? monthCuts(request.periods) : wholeCuts(request.periods);
  const days = (pick: (cut: (typeof cuts)[number]) => string) => parameters.place(cuts.map(pick), "text[]");
  const [filtered] = Object.entries(request.where);
  const dimension = request.by ?? filtered?.[0] ?? "";
  const only = filtered === undefined || request.by !== null ? "" : `AND k.value = ${parameters.place(filtered[1] ?? "", "text")}`;
  const figures = figuresSql(
    request.metrics,
    `SELECT c.of_start, c.of_end, ${request.by === null ? "NULL::text" : "nullif(k.value, '')"} AS value,
       ${sumsOf(relation, (measure) => `s.${measure}`, { first: "c.start = c.of_start", last: "c.until = c.of_end" })}
     FROM unnest(${days((cut) => cut.start)}::date[], ${days((cut) => cut.end)}::date[], ${days((cut) => cut.of.start)}::date[], ${days((cut) => cut.of.end)}::date[]) AS c(start, until, of_start, of_end)
     JOIN app.metric_rollup k ON k.relation = ${parameters.place(relation.id, "text")} AND k.dimension = ${parameters.place(dimension, "text")} AND k.period_start = c.start AND k.period_end = c.until ${only}
     CROSS JOIN LATERAL jsonb_to_record(k.sums) AS s(${relation.measures.map((measure) => `${measure} numeric`).join(", ")})
     GROUP BY 1, 2, 3`,
    parameters,
  );
  return read(sql, figures, parameters);
}

function isDivided({ by, where }: SumsRequest): boolean {
  return by !== null || Object.keys(where).length > 0;
}

function sumsOf({ measures, ends: wanted }: Relation, column: (measure: string) => string, ends: { first: string; last: string }): string {
  const total = (measure: string) => `coalesce(sum(${column(measure)}), 0) AS ${measure}`;
  const at = (end: "first" | "last") => (measure: string) =>
    `coalesce(sum(${column(measure)}) FILTER (WHERE ${ends[end]}), 0) AS ${end}_${measure}`;
  const { first = [], last = [] } = wanted ?? {};
  return [...measures.map(total), ...first.map(at("first")), ...last.map(at("last"))].join(", ");
}

/** A WHERE over the dimensions of rows named r; only the known ones can be named. */
export function filterSql(where: Filter, parameters: Parameters): string {
  const terms = ALL_DIMENSIONS.filter((dimension) => dimension in where).map(
    (dimension) => `r.${dimension} IS NOT DISTINCT FROM ${parameters.place(where[dimension] ?? null, "text")}`,
  );
  return terms.length === 0 ? "" : `WHERE ${terms.join(" AND ")}`;
}

type Row = {
  start: string;
  end: string;
  value: string | null;
  found: Record<string, Sums>;
};

function figuresSql(metrics: readonly MeasuredMetric[], sums: string, parameters: Parameters): string {
  const found = metrics.map((metric) => `${parameters.place(metric.face.id, "text")}, ${figureSql(metric)}`);
  return `SELECT of_start::text AS start, of_end::text AS end, value, jsonb_build_object(${found.join(", ")}) AS found FROM (${sums}) AS sums`;
}

async function read(sql: Sql, figures: string, parameters: Parameters): Promise<SumsRow[]> {
  const rows = await sql<Row>(figures, parameters.values);
  return rows.map((row) => ({ period: { start: row.start, end: row.end }, value: row.value, sums: new Map(Object.entries(row.found)) }));
}

// A figure that does not add up is drawn from the rows themselves.
function spreadSql(metric: SpreadMetric): string {
  const { spread, aggregate, counts } = metric;
  const behind = `FILTER (WHERE (${counts}) > 0) AS ${spreadName(metric)}`;
  if (typeof aggregate === "object")
    return `json_agg(json_build_object('duration', (${spread})::float8, 'ended', ${aggregate.ended})) ${behind}`;
  return `percentile_cont(${aggregate === "median" ? 0.5 : 0.9}) WITHIN GROUP (ORDER BY (${spread})::float8) ${behind}`;
}

function spreadName({ face }: SpreadMetric): string {
  return `spread_${face.id.replaceAll("-", "_")}`;
}

// Every figure is divided in numeric and leaves PostgreSQL as a double, at full precision.
function figureSql(metric: MeasuredMetric): string {
  const { relation, counts, numerator, denominator, unpriced, details } = metric;
  const missing = unpriced === undefined ? "false" : `${unpriced.join(" + ")} > 0`;
  const named = Object.entries(details).map(([name, formula]) => {
    const rateless = relation.money?.[name];
    return rateless === undefined
      ? `'${name}', (${formula})::float8`
      : `'${name}', (CASE WHEN ${rateless} = 0 THEN ${formula} END)::float8`;
  });
  const figure = isSpread(metric)
    ? typeof metric.aggregate === "object"
      ? `'value', NULL, 'lives', ${spreadName(metric)}`
      : `'value', ${spreadName(metric)}`
    : `'value', ${denominator === undefined ? `(${numerator})::float8` : `((${numerator})::numeric / nullif(${denominator}, 0))::float8`},
       'numerator', (${numerator})::float8, 'denominator', (${denominator ?? 0})::float8, 'squares', (${metric.squares ?? 0})::float8`;
  return `jsonb_build_object(${figure}, 'rows', (${counts})::int, 'unpriced', ${missing}, 'details', jsonb_build_object(${named.join(", ")}))`;
}
