import type { Reading } from "@/lib/metrics/types";
import type { Expected } from "./expected";
import { type Rational, toNumber } from "./rational";

/** Where a reading is not what it must be, in words; nothing where it is. */
export function disagreements(reading: Reading, expected: Expected): string[] {
  const { value, numerator, denominator, details = {} } = expected;
  return [
    ...differs("value", reading.value, value),
    ...(numerator === undefined ? [] : differs("numerator", reading.numerator, numerator)),
    ...(denominator === undefined ? [] : differs("denominator", reading.denominator, denominator)),
    ...Object.entries(details).flatMap(([name, exact]) => differs(name, reading.details[name] ?? null, exact)),
  ];
}

function differs(what: string, read: number | null, exact: Rational | null): string[] {
  if (read === null || exact === null) return read === exact ? [] : [`${what} is ${read} and not ${exact && toNumber(exact)}`];
  const right = toNumber(exact);
  return Math.abs(read - right) <= 1e-9 * Math.max(1, Math.abs(right)) ? [] : [`${what} is ${read} and not ${right}`];
}
