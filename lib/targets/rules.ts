import { change, describeChange, verdict } from "@/lib/kernel/change";
import { shiftPoint } from "@/lib/kernel/decimal";
import { currencyDigits } from "@/lib/kernel/money";
import { addMonths, type Day, type PeriodKind } from "@/lib/kernel/period";
import { describePeriod, periodText } from "@/lib/kernel/period-words";
import type { Better, Unit } from "@/lib/kernel/unit";

/** How long a stretch a target is for. A year's holds for any twelve months too. */
export const SPANS = ["month", "quarter", "year"] as const;
export type Span = (typeof SPANS)[number];

export const MONTHS: Record<Span, number> = { month: 1, quarter: 3, year: 12 };
const AROUND: Record<Span, readonly [behind: number, ahead: number]> = { month: [24, 12], quarter: [8, 4], year: [3, 1] };
const SPAN_OF: Record<PeriodKind, Span | null> = { month: "month", quarter: "quarter", year: "year", t12m: "year", range: null };

/** What a metric is to reach: in each period of a span from a day on until another holds (standing), or in that one period. */
export type Target = {
  readonly id: string;
  readonly version: number;
  readonly metric: string;
  readonly span: Span;
  readonly fromDay: Day;
  readonly standing: boolean;
  /** In the unit of the metric's readings. */
  readonly value: number;
  /** A member, by id and e-mail; null where it is nobody's. */
  readonly owner: { readonly id: string; readonly email: string } | null;
};

/** The span whose targets hold for periods of a kind; null where none do. */
export function spanOf(kind: PeriodKind): Span | null {
  return SPAN_OF[kind];
}

/** The first day of the span's period that holds a day. */
export function startOf(span: Span, day: Day): Day {
  const month = Number(day.slice(5, 7)) - 1;
  return addMonths(`${day.slice(0, 4)}-01-01`, month - (month % MONTHS[span]));
}

/**
 * The target that holds for a metric in a period: that of the period alone before a standing one, and of those the one from the latest day. Where a period
 * lies is told by its last month, so that twelve months up to March 2026 have the target of 2026. Null where none holds.
 */
export function targetFor<Known extends Omit<Target, "id" | "version" | "owner">>(
  targets: readonly Known[],
  metric: string,
  { kind, end }: { kind: PeriodKind; end: Day },
): Known | null {
  const last = addMonths(end, -1);
  const holding = targets.filter(
    (target) =>
      target.metric === metric &&
      target.span === spanOf(kind) &&
      target.fromDay <= last &&
      (target.standing || last < addMonths(target.fromDay, MONTHS[target.span])),
  );
  return holding.reduce<Known | null>((best, target) => (best === null || isNearer(target, best) ? target : best), null);
}

function isNearer(target: Omit<Target, "id" | "version" | "owner">, other: Omit<Target, "id" | "version" | "owner">): boolean {
  return target.standing === other.standing ? target.fromDay > other.fromDay : other.standing;
}

/** `open`: it may still be met, for the period is not over and more would do. */
export type Standing = { readonly state: "met" | "missed" | "open"; readonly words: string };

/**
 * How a figure stands to its target. A difference too small to be written is none. Null where there is no figure, or neither direction is better.
 * `isOver`: nothing that is still to come changes the figure.
 */
export function standingOf(
  value: number | null,
  target: number,
  { unit, better, isOver }: { unit: Unit; better: Better; isOver: boolean },
): Standing | null {
  const off = change(value, target, unit);
  if (off.kind === "unknown" || better === "neither") return null;
  const isMet = describeChange(off) === "no change" || verdict(off, better) !== "worse";
  if (isMet) return { state: "met", words: isOver ? "met" : "met so far" };
  if (!isOver && better === "higher") return { state: "open", words: "not met yet" };
  return { state: "missed", words: isOver ? "missed" : "missed so far" };
}

/** Whether the period of a target is over with a reading: twelve months within a year that goes on are not. */
export function isOver(
  target: Pick<Target, "span" | "fromDay" | "standing">,
  { partial, period }: { partial: boolean; period: { end: Day } },
): boolean {
  return !partial && (target.standing || period.end >= addMonths(target.fromDay, MONTHS[target.span]));
}

/** The periods one may choose a target's first from, by their first days, the latest first: some behind the one that holds a day, and some ahead. */
export function startsAround(span: Span, day: Day): Day[] {
  const [behind, ahead] = AROUND[span];
  const here = startOf(span, day);
  return Array.from({ length: behind + ahead + 1 }, (_, place) => addMonths(here, (ahead - place) * MONTHS[span]));
}

/** A figure as a person types it, in the unit of a metric's readings: 110 % is 1.1, 1,200 dollars are 120000 cents. Null where it is no number. */
export function figureOf(text: string, { unit, currency }: { unit: Unit; currency: string }): number | null {
  const plain = text.replace(/[\s,%]/g, "").replace("−", "-");
  if (!/^[+-]?\d{1,15}(\.\d{1,6})?$/.test(plain)) return null;
  return Number(shiftPoint(plain, placesOf(unit, currency)));
}

/** The same the other way, for a field. */
export function typedOf(value: number, { unit, currency }: { unit: Unit; currency: string }): string {
  return shiftPoint(value, -placesOf(unit, currency))
    .replace(/(\.\d*?)0+$/, "$1")
    .replace(/\.$/, "");
}

function placesOf(unit: Unit, currency: string): number {
  if (unit === "money") return currencyDigits(currency);
  return unit === "share" ? -2 : 0;
}

/** When a target holds: `each month from Nov 2026`, `Q4 2026`. */
export function spanWords({ span, fromDay, standing }: Pick<Target, "span" | "fromDay" | "standing">): string {
  const first = describePeriod(periodText({ kind: span, start: fromDay, end: fromDay }));
  return standing ? `each ${span} from ${first}` : first;
}
