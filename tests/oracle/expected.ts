import { over, type Rational } from "./rational";

/** What a reading must say. A part that is absent is not promised. */
export type Expected = {
  readonly value: Rational | null;
  readonly numerator?: Rational;
  readonly denominator?: Rational;
  readonly details?: Readonly<Record<string, Rational | null>>;
};

/** A share or a mean: the quotient, and what it is made of. */
export function quotient(numerator: Rational, denominator: Rational, details: Expected["details"] = {}): Expected {
  return { value: over(numerator, denominator), numerator, denominator, details };
}

/** A count or a sum. */
export function total(value: Rational, details: Expected["details"] = {}): Expected {
  return { value, numerator: value, details };
}
