import { UsageError } from "@/lib/kernel/usage-error";
import { Parameters } from "@/lib/ledger/parameters";
import { monthCuts, wholeCuts } from "@/lib/ledger/rollups";
import { isDerived, isSpread, type MeasuredMetric } from "@/lib/metrics/definition";
import { checkMetric, checkRequest } from "@/lib/metrics/request";
import { filterSql } from "@/lib/metrics/sums";
import type { EvidenceColumn, EvidencePage, EvidenceRow, Filter } from "@/lib/metrics/types";
import { now } from "@/lib/platform/clock";
import type { Sql } from "@/lib/platform/db";
import type { Scope } from "@/lib/platform/scope";
import { readSettings } from "@/lib/workspaces/settings";

export type EvidenceRequest = {
  id: string;
  period: string;
  where?: Filter;
  asOf?: Date;
  /** `next` of the page before. */
  after?: string;
  /** Rows a page; all where absent. */
  limit?: number;
  /** Part of an account's name or external id. */
  search?: string;
  /** What weighs most first, or by name. */
  sort?: "weight" | "name";
};

/** What weighs most comes first. */
const WEIGHT = "- coalesce(abs(r.numerator), r.spread::numeric, 0)";

/** Which of its likes a row is: two sources may call two tickets of one account the same. */
const PLACE = "row_number() OVER (PARTITION BY r.account_id, r.start, r.record ORDER BY r::text)";

type Row = { cursor: string; row: EvidenceRow };

/**
 * The rows behind a number: one for each thing counted, whose numerators and denominators add up to the reading's. A derived metric opens to the rows
 * of the first metric it is made from. Throws a UsageError for what does not exist.
 */
export async function listEvidence(sql: Sql, scope: Scope, request: EvidenceRequest): Promise<EvidencePage> {
  const { period, where } = checkRequest({ ids: [request.id], period: request.period, where: request.where ?? {} });
  const metric = rowsOf(request.id);
  const parameters = new Parameters();
  const cuts = metric.cut === "months" ? monthCuts([period]) : wholeCuts([period]);
  const rows = metric.relation.rows({ cuts, asOf: request.asOf ?? now(), scope, settings: await readSettings(sql, scope) }, parameters);
  const relation = `SELECT r.*, (${metric.counts}) AS behind, ${isSpread(metric) ? `(${metric.spread})::float8` : "NULL::float8"} AS spread, ${priced(metric, metric.numerator ?? "NULL")} AS numerator, ${priced(metric, metric.denominator ?? "NULL")} AS denominator
    FROM (SELECT rows.*${edges(metric)} FROM (${rows}) AS rows) AS r ${filterSql(where, parameters)}`;
  const counted = `SELECT r.*, a.name, a.external_id, ${PLACE} AS place FROM (${relation}) AS r LEFT JOIN app.account a ON a.id = r.account_id WHERE r.behind > 0`;
  return {
    columns: columnsOf(metric),
    total: await total(sql, counted, parameters),
    ...(await page(sql, metric, counted, request, parameters)),
  };
}

function rowsOf(id: string): MeasuredMetric {
  const metric = checkMetric(id);
  if (!isDerived(metric)) return metric;
  const [first] = metric.from;
  if (first === undefined) throw new UsageError(`${id} has no rows of its own.`);
  return rowsOf(first);
}

// A row whose money has no rate yet says so, and does not pass for nothing.
function priced({ unpriced }: MeasuredMetric, formula: string): string {
  return unpriced === undefined ? `(${formula})::numeric` : `(CASE WHEN ${unpriced.join(" + ")} = 0 THEN ${formula} END)::numeric`;
}

// Over one row, a measure at the period's own start or end is that of the row if it stands there.
function edges({ relation: { ends } }: MeasuredMetric): string {
  const at = (end: "first" | "last", measures: readonly string[]) =>
    measures.map((measure) => `CASE WHEN rows.is_${end} THEN rows.${measure} ELSE 0 END AS ${end}_${measure}`);
  const { first = [], last = [] } = ends ?? {};
  return [...at("first", first), ...at("last", last)].map((column) => `, ${column}`).join("");
}

function columnsOf(metric: MeasuredMetric): EvidenceColumn[] {
  return columnsWithSql(metric).map(({ id, label, unit }) => ({ id, label, unit }));
}

// A number that does not add up shows the value of each row, and whether it is still on its way.
function columnsWithSql(metric: MeasuredMetric): MeasuredMetric["relation"]["columns"] {
  const { relation, face } = metric;
  if (!isSpread(metric)) return relation.columns;
  const observed =
    typeof metric.aggregate === "object" ? [{ id: "observed", label: "Reached", unit: "text" as const, sql: metric.aggregate.ended }] : [];
  return [...relation.columns, ...observed, { id: "value", label: "Value", unit: face.unit, sql: "r.spread" }];
}

async function total(sql: Sql, counted: string, parameters: Parameters): Promise<EvidencePage["total"]> {
  const [row] = await sql<EvidencePage["total"]>(
    `SELECT count(*)::int AS rows, CASE WHEN bool_and(numerator IS NOT NULL) IS NOT FALSE THEN coalesce(sum(numerator), 0) END::float8 AS numerator, CASE WHEN bool_and(numerator IS NOT NULL) THEN sum(denominator) END::float8 AS denominator FROM (${counted}) AS r`,
    parameters.values,
  );
  if (row === undefined) throw new Error("PostgreSQL gave no total");
  return row;
}

async function page(
  sql: Sql,
  metric: MeasuredMetric,
  counted: string,
  request: EvidenceRequest,
  parameters: Parameters,
): Promise<Pick<EvidencePage, "rows" | "next">> {
  const byName = request.sort === "name";
  const terms: string[] = [];
  if (request.search) {
    const part = parameters.place(request.search.toLowerCase(), "text");
    terms.push(`(strpos(lower(r.name), ${part}) > 0 OR strpos(lower(r.external_id), ${part}) > 0 OR strpos(lower(r.record), ${part}) > 0)`);
  }
  const key = byName
    ? "(coalesce(lower(r.name), ''), coalesce(r.account_id::text, ''), r.start::text, coalesce(r.record, ''), r.place::text)"
    : `(${WEIGHT}, coalesce(r.account_id::text, ''), r.start::text, coalesce(r.record, ''), r.place::text)`;
  if (request.after !== undefined) {
    const [head, ...rest] = cursor(request.after, byName ? /^/ : NUMBER);
    terms.push(
      `${key} > (${[parameters.place(head, byName ? "text" : "numeric"), ...rest.map((value) => parameters.place(value, "text"))].join(", ")})`,
    );
  }
  const shown = columnsWithSql(metric)
    .map(({ id, sql: text }) => `'${id}', ${text}`)
    .join(", ");
  const found = await sql<Row>(
    `SELECT json_build_array(${key.slice(1, -1).replace(WEIGHT, `(${WEIGHT})::text`)})::text AS cursor,
       json_build_object('accountId', r.account_id, 'account', r.external_id, 'externalId', r.external_id, 'name', r.name, 'record', r.record,
         'numerator', r.numerator::float8, 'denominator', r.denominator::float8, ${shown}) AS row
     FROM (${counted}) AS r ${terms.length === 0 ? "" : `WHERE ${terms.join(" AND ")}`} ORDER BY ${key.slice(1, -1)} ${request.limit === undefined ? "" : `LIMIT ${parameters.place(request.limit + 1, "int")}`}`,
    parameters.values,
  );
  const limit = request.limit ?? found.length;
  const rows = found.slice(0, limit);
  return { rows: rows.map(({ row }) => row), next: found.length > limit ? (rows.at(-1)?.cursor ?? null) : null };
}

const NUMBER = /^-?\d+(?:\.\d+)?$/;

function cursor(text: string, head: RegExp): string[] {
  const values: unknown = safely(text);
  if (Array.isArray(values) && values.length === 5 && values.every((value) => typeof value === "string") && head.test(values[0] ?? ""))
    return values;
  throw new UsageError("That page does not exist; begin again at the first.");
}

function safely(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
