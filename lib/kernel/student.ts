/**
 * The value t for which a Student-t variable of `degrees` lies within ±t with probability 0.95: 12.706 for one degree, near 1.96 for many.
 * Throws a RangeError for less than one degree, or a part of one. Source: Abramowitz and Stegun 1964, 26.7.3 and 26.7.4.
 */
export function student95(degrees: number): number {
  if (!(Number.isInteger(degrees) && degrees >= 1)) throw new RangeError("a t variable has one degree of freedom or more");
  let [low, high] = [1.9, 12.8];
  while (high - low > 1e-12) {
    const middle = (low + high) / 2;
    if (within(middle, degrees) < 0.95) low = middle;
    else high = middle;
  }
  return high;
}

// P(|T| < t): a finite sum for every whole number of degrees.
function within(t: number, degrees: number): number {
  const angle = Math.atan(t / Math.sqrt(degrees));
  const cosine = Math.cos(angle);
  const isOdd = degrees % 2 === 1;
  if (degrees === 1) return (2 * angle) / Math.PI;
  let term = isOdd ? cosine : 1;
  let sum = term;
  for (let k = isOdd ? 2 : 1; k < degrees - 2; k += 2) {
    term *= (k / (k + 1)) * cosine ** 2;
    sum += term;
  }
  return isOdd ? (2 / Math.PI) * (angle + Math.sin(angle) * sum) : Math.sin(angle) * sum;
}
