import type { Period } from "@/lib/kernel/period";
import type { MeasuredMetric } from "@/lib/metrics/definition";
import type { Derivation } from "@/lib/metrics/derivations";
import { type Placed, periodKey } from "@/lib/metrics/instants";
import type { Missing } from "@/lib/metrics/missing-rates";
import { derivedReading, type ReadingContext, readingOf } from "@/lib/metrics/reading";
import type { SumsRow } from "@/lib/metrics/sums";
import type { Reading } from "@/lib/metrics/types";
import type { Settings } from "@/lib/workspaces/settings";

/** Readings by metric, period and value of a dimension (the whole: null), as they come in. */
export class Book {
  /** The values found, in order; null for none. */
  readonly values: (string | null)[] = [];
  /** What has no answer since a currency has no rate yet: the periods, by metric. */
  readonly unpriced = new Map<MeasuredMetric, Map<string, Period>>();
  readonly #readings = new Map<string, Reading>();

  constructor(
    readonly context: ReadingContext & { settings: Settings },
    readonly placed: ReadonlyMap<string, Placed>,
    /** Whether it holds a reading for each value of a dimension rather than one for the whole. */
    readonly split: boolean,
  ) {}

  add(metrics: readonly MeasuredMetric[], periods: readonly Period[], rows: readonly SumsRow[]): void {
    const found = new Map(rows.map((row) => [`${periodKey(row.period)} ${row.value}`, row]));
    if (this.split) this.#name(rows.map(({ value }) => value));
    for (const period of periods) {
      const placed = this.#place(period);
      for (const value of this.split ? rows.filter((row) => periodKey(row.period) === periodKey(period)).map((row) => row.value) : [null]) {
        const sums = found.get(`${periodKey(period)} ${value}`)?.sums;
        for (const metric of metrics) {
          if (sums?.get(metric.face.id)?.unpriced) this.#lack(metric, period);
          this.#readings.set(key(metric.face.id, period, value), readingOf(metric, sums?.get(metric.face.id), placed, this.context));
        }
      }
    }
  }

  derive({ metric, period, until }: Derivation, row: (id: string) => MeasuredMetric): void {
    for (const value of this.split ? this.values : [null]) {
      const lacking = new Set<string>();
      const found = (id: string, at: Period) => {
        const reading = this.#readings.get(key(id, at, value)) ?? readingOf(row(id), undefined, this.#place(at), this.context);
        for (const currency of reading.missingRates ?? []) lacking.add(currency);
        return reading;
      };
      const reading = derivedReading(metric, metric.derive(found, period, until, this.context.settings), this.#place(period), this.context);
      const isLacking = reading.value === null && lacking.size > 0;
      this.#readings.set(key(metric.face.id, period, value), isLacking ? { ...reading, missingRates: [...lacking].sort() } : reading);
    }
  }

  find(id: string, period: Period, value: string | null): Reading | undefined {
    return this.#readings.get(key(id, period, value));
  }

  /** Tells a reading without an answer which currencies it lacks a rate for. */
  name(metric: MeasuredMetric, { period, value, currencies }: Missing): void {
    const at = key(metric.face.id, period, value);
    const reading = this.#readings.get(at);
    if (reading?.value === null) this.#readings.set(at, { ...reading, missingRates: currencies });
  }

  #lack(metric: MeasuredMetric, period: Period): void {
    const periods = this.unpriced.get(metric) ?? new Map<string, Period>();
    this.unpriced.set(metric, periods.set(periodKey(period), period));
  }

  #name(values: readonly (string | null)[]): void {
    const all = new Set([...this.values, ...values]);
    this.values.splice(0, this.values.length, ...[...all].sort((a, b) => (a === null ? 1 : b === null ? -1 : a.localeCompare(b, "en"))));
  }

  #place(period: Period): Placed {
    const placed = this.placed.get(periodKey(period));
    if (placed === undefined) throw new Error(`${periodKey(period)} was not placed on the clock`);
    return placed;
  }
}

function key(id: string, period: Period, value: string | null): string {
  return JSON.stringify([id, period.start, period.end, value]);
}
