import type { Dimension } from "@/lib/kernel/dimension";
import type { Period } from "@/lib/kernel/period";
import { readDerivation } from "@/lib/ledger/state";
import { Book } from "@/lib/metrics/book";
import { isDerived, type MeasuredMetric, type Metric } from "@/lib/metrics/definition";
import { derivationsOf } from "@/lib/metrics/derivations";
import { type Placed, periodKey, placePeriods } from "@/lib/metrics/instants";
import { readKept } from "@/lib/metrics/kept/read";
import { missingCurrencies } from "@/lib/metrics/missing-rates";
import { isQuotient } from "@/lib/metrics/reading";
import { checkMetric, checkRequest, hasDimension, type KindedPeriod } from "@/lib/metrics/request";
import { isRolled } from "@/lib/metrics/rolled";
import { type SumsRequest, type SumsRow, sumLive, sumRolled } from "@/lib/metrics/sums";
import type { Reading, ReadingRequest, Readings } from "@/lib/metrics/types";
import { now } from "@/lib/platform/clock";
import type { Sql } from "@/lib/platform/db";
import type { Scope } from "@/lib/platform/scope";
import { readSettings } from "@/lib/workspaces/settings";

/**
 * Reads metrics: what the screens, the command line, the jobs and the exports all call. Reads in the transaction it is given, one statement
 * after another, from kept sums where they hold and from the rows themselves otherwise; both give the same.
 * Throws a UsageError for an unknown metric, period or dimension.
 */
export async function readMetrics(sql: Sql, scope: Scope, request: ReadingRequest): Promise<Readings> {
  const { metrics, period, trend, by, where } = checkRequest(request);
  const asOf = request.asOf ?? now();
  const context: Context = { sql, asOf, scope, where, settings: await readSettings(sql, scope) };
  const whole = await fill(context, metrics, [period, ...trend], null);
  const split =
    by === null
      ? null
      : await fill(
          context,
          metrics.filter((metric) => hasDimension(metric, by)),
          [period],
          by,
        );
  return {
    period: { start: period.start, end: period.end },
    asOf: asOf.toISOString(),
    metrics: metrics.map((metric) => ({
      ...got(whole, metric, period, null),
      parts: split === null || by === null || !hasDimension(metric, by) ? null : partsOf(split, metric, period, by),
      ...(trend.length === 0 ? {} : { trend: trend.map((each) => got(whole, metric, each, null)) }),
    })),
  };
}

type Context = Omit<SumsRequest, "metrics" | "periods" | "by"> & { sql: Sql };

/** Reads some metrics over some periods, for the whole or for each value of a dimension; derived ones from what they need. */
async function fill(context: Context, metrics: readonly Metric[], periods: readonly KindedPeriod[], by: Dimension | null): Promise<Book> {
  const derived = await derivationsOf(context.sql, metrics, periods, context);
  const asked = [
    ...metrics.filter((metric) => !isDerived(metric)).flatMap(({ face: { id } }) => periods.map((period) => ({ id, period }))),
    ...derived.flatMap(({ metric, period, until }) => [...metric.needs(period, until)]),
  ];
  const placed = await placePeriods(context.sql, [...periods, ...asked.map(({ period }) => period)], context.scope.timeZone);
  const book = new Book({ ...context, unanswered: await unanswered(context, asked) }, placed, by !== null);
  for (const group of groups(asked)) {
    book.add(
      group.metrics,
      group.periods,
      await sums(context, { ...group, periods: group.periods.filter((period) => isSeen(placed, period, group, context)) }, by, placed),
    );
  }
  const { sql, ...rest } = context;
  for (const [metric, lacking] of book.unpriced) {
    for (const missing of await missingCurrencies(sql, metric, { ...rest, by, periods: [...lacking.values()] })) book.name(metric, missing);
  }
  for (const derivation of derived) book.derive(derivation, measured);
  return book;
}

/** The metrics whose workspace lacks what they require. */
async function unanswered({ sql, asOf }: Context, asked: readonly { id: string }[]): Promise<Set<string>> {
  const requiring = [...new Set(asked.map(({ id }) => id))].flatMap((id) => {
    const { requires } = measured(id);
    return requires === undefined ? [] : [{ id, requires }];
  });
  if (requiring.length === 0) return new Set();
  const [found] = await sql<{ met: boolean[] }>(
    `SELECT ARRAY[${requiring.map(({ requires }) => requires("$1::timestamptz")).join(", ")}] AS met`,
    [asOf],
  );
  return new Set(requiring.filter((_, index) => !found?.met[index]).map(({ id }) => id));
}

type Group = { metrics: MeasuredMetric[]; periods: Period[] };

/** Metrics over the same rows are read by one statement. */
function groups(asked: readonly { id: string; period: Period }[]): Group[] {
  const found = new Map<string, { metrics: Map<string, MeasuredMetric>; periods: Map<string, Period> }>();
  for (const { id, period } of asked) {
    const metric = measured(id);
    const key = `${metric.relation.id} ${metric.cut}`;
    const group = found.get(key) ?? { metrics: new Map(), periods: new Map() };
    found.set(key, group);
    group.metrics.set(id, metric);
    group.periods.set(periodKey(period), { start: period.start, end: period.end });
  }
  return [...found.values()].map(({ metrics, periods }) => ({ metrics: [...metrics.values()], periods: [...periods.values()] }));
}

async function sums(
  { sql, ...context }: Context,
  { metrics, periods }: Group,
  by: Dimension | null,
  placed: ReadonlyMap<string, Placed>,
): Promise<SumsRow[]> {
  const request = { ...context, metrics, by };
  const state = metrics[0]?.relation.rolledUp ? await readDerivation(sql) : null;
  const rolled = periods.filter((period) => isRolled(placed.get(periodKey(period)), state, { ...request, periods }));
  const kept = await readKept(sql, { ...request, periods });
  const known = new Set([...rolled, ...kept.map(({ period }) => period)].map(periodKey));
  const live = periods.filter((period) => !known.has(periodKey(period)));
  return [...(await sumRolled(sql, { ...request, periods: rolled })), ...kept, ...(await sumLive(sql, { ...request, periods: live }))];
}

function isSeen(placed: ReadonlyMap<string, Placed>, period: Period, { metrics }: Group, { asOf }: Context): boolean {
  const at = placed.get(periodKey(period));
  return at !== undefined && (at.startAt < asOf || metrics.some(({ ahead }) => ahead));
}

function partsOf(book: Book, metric: Metric, period: Period, by: Dimension): Reading[] {
  return book.values
    .map((value) => ({ value, reading: book.find(metric.face.id, period, value) }))
    .flatMap(({ value, reading }) => (reading === undefined || isEmpty(metric, reading) ? [] : [{ ...reading, dimension: { by, value } }]));
}

/** Whether a part has no row and nothing to add to the whole's details; one that lost its last customer still has the loss. */
function isEmpty(metric: Metric, { rows, details }: Reading): boolean {
  return rows === 0 && (isDerived(metric) || Object.keys(details).every((name) => !details[name] || isQuotient(metric.details[name])));
}

function got(book: Book, { face: { id } }: Metric, period: Period, value: string | null): Reading {
  const reading = book.find(id, period, value);
  if (reading === undefined) throw new Error(`${id} was not read for ${periodKey(period)}`);
  return reading;
}

function measured(id: string): MeasuredMetric {
  const metric = checkMetric(id);
  if (isDerived(metric)) throw new Error(`${id} is derived and cannot be needed by another`);
  return metric;
}
