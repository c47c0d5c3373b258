/** An exact decimal: `units` ÷ 10^`scale`. */
type Decimal = { readonly units: bigint; readonly scale: number };

/** What a number can arrive as: JavaScript's own, whole minor units, or PostgreSQL's numeric as text. */
export type Numeric = number | bigint | string;

const DECIMAL = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/;

/**
 * Rounds half away from zero: 2.5 is 3, −2.5 is −3, 1.005 at two digits is 1.01. What PostgreSQL's `round(numeric)` gives, and not
 * what `Math.round` (−2) or `round(float8)` (2) give. A number counts as the shortest decimal that stands for it, so 1.005 is 1.005
 * and not the double a hair below.
 *
 * The result is decimal text with exactly `digits` digits after the point (`1.005` at 2 is `1.01`), zero without a sign.
 * Throws a RangeError for what is not a finite decimal. Only display rounds; sums never do.
 */
export function roundHalfAway(value: Numeric, digits = 0): `${number}` {
  const { units, scale } = parse(value);
  if (digits >= scale) return written({ units: units * tenTo(digits - scale), scale: digits });
  const step = tenTo(scale - digits);
  const size = (2n * magnitude(units) + step) / (2n * step);
  return written({ units: units < 0n ? -size : size, scale: digits });
}

/**
 * `value` × 10^`places`, exactly: 12345 minor units at −2 are `123.45`; 0.125 at 2 is `12.5`.
 * Throws a RangeError for what is not a finite decimal.
 */
export function shiftPoint(value: Numeric, places: number): `${number}` {
  const { units, scale } = parse(value);
  const shifted = scale - places;
  return shifted >= 0 ? written({ units, scale: shifted }) : written({ units: units * tenTo(-shifted), scale: 0 });
}

function parse(value: Numeric): Decimal {
  const [, sign, whole = "", fraction = "", exponent = "0"] = DECIMAL.exec(String(value)) ?? [];
  if (sign === undefined || whole + fraction === "") throw new RangeError(`${value} is not a finite decimal`);
  const scale = fraction.length - Number(exponent);
  const units = BigInt(`${sign === "-" ? "-" : ""}${whole}${fraction}`) * tenTo(Math.max(0, -scale));
  return { units, scale: Math.max(0, scale) };
}

function written({ units, scale }: Decimal): `${number}` {
  const digits = magnitude(units)
    .toString()
    .padStart(scale + 1, "0");
  const whole = digits.slice(0, digits.length - scale);
  const text = `${units < 0n ? "-" : ""}${whole}${scale > 0 ? `.${digits.slice(-scale)}` : ""}`;
  return text as `${number}`; // digits, at most one sign before them and one point among them
}

function magnitude(units: bigint): bigint {
  return units < 0n ? -units : units;
}

function tenTo(power: number): bigint {
  return 10n ** BigInt(power);
}
