import { format } from "@/lib/kernel/format";
import type { Day } from "@/lib/kernel/period";
import type { Reading } from "@/lib/metrics/types";
import type { Summary } from "@/lib/summary/data";

/** A reading as it was when its month was reported. */
export type ReportedReading = Pick<Reading, "id" | "unit" | "currency" | "period" | "value" | "rows" | "interval" | "details">;

/** A month as it was reported, by whom and on which local day. */
export type Reported = { readings: ReportedReading[]; sentences: string[]; author: string; on: Day };

/** A figure that late data moved: what it was in the report. `part` names one of the amounts behind a reading. */
export type Restated = { id: string; part: string | null; was: string };

/** The readings a month is reported with. */
export function readingsOf({ retention, bridge, voice, cost }: Summary): Reading[] {
  return [...retention.map(({ now }) => now), bridge, ...voice.held.map(({ now }) => now), cost.now];
}

/** What is kept of a reading. */
export function reportedReading({ id, unit, currency, period, value, rows, interval, details }: Reading): ReportedReading {
  return { id, unit, ...(currency === undefined ? {} : { currency }), period, value, rows, interval, details };
}

/**
 * The figures that are no longer what was reported, told as they were. Held against each other as they are written, so that nothing is restated that nobody
 * can see. `digits` are those of the metric; `parts` are amounts of money behind a reading that are shown too.
 */
export function restatedOf(
  reported: readonly ReportedReading[],
  shown: readonly { reading: Reading; digits: number | undefined; parts?: readonly string[] }[],
): Restated[] {
  return shown.flatMap(({ reading, digits, parts = [] }) => {
    const then = reported.find(
      ({ id, period }) => id === reading.id && period.start === reading.period.start && period.end === reading.period.end,
    );
    if (then === undefined) return [];
    const { id, unit, currency } = reading;
    const written = (value: number | null | undefined, shape: Parameters<typeof format>[1]) => format(value ?? null, shape);
    const figures = [
      { part: null, was: then.value, is: reading.value, shape: { unit, currency, digits } },
      ...parts.map((part) => ({ part, was: then.details[part], is: reading.details[part], shape: { unit: "money" as const, currency } })),
    ];
    return figures.flatMap(({ part, was, is, shape }) =>
      written(was, shape) === written(is, shape) ? [] : [{ id, part, was: written(was, shape) }],
    );
  });
}
