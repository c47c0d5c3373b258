import { midnight } from "./clock";
import { type Rational, rational, ZERO } from "./rational";

const DAY = 86_400_000;

/** A period as seen at an instant. What is not over ends there, and nothing that happens later is seen. */
export type Cut = {
  /** The first local day, and the day after the last. */
  readonly start: string;
  readonly end: string;
  readonly from: Date;
  /** The period's end, or the instant of the reading where that comes first. */
  readonly until: Date;
  readonly asOf: Date;
};

export function cutOf({ start, end }: { readonly start: string; readonly end: string }, zone: string, asOf: Date): Cut {
  const over = midnight(end, zone);
  return { start, end, from: midnight(start, zone), until: over < asOf ? over : asOf, asOf };
}

export function isIn(at: Date | null, { from, until }: Cut): boolean {
  return at !== null && at >= from && at < until;
}

export function isSeen(at: Date | null, { asOf }: Cut): at is Date {
  return at !== null && at <= asOf;
}

/** So many times 24 hours later. */
export function after(at: Date, days: number): Date {
  return new Date(at.getTime() + days * DAY);
}

/** Exact hours between two instants. */
export function hours(from: Date, until: Date): Rational {
  return rational(BigInt(until.getTime() - from.getTime()), 3_600_000n);
}

export function days(from: Date, until: Date): Rational {
  return rational(BigInt(until.getTime() - from.getTime()), BigInt(DAY));
}

export function count(items: { readonly length: number }): Rational {
  return items.length === 0 ? ZERO : rational(BigInt(items.length));
}
