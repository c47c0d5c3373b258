/**
 * How likely at least `count` events are where `rate` of them are usual, by Poisson:
 *
 *   P(X ≥ k) = 1 − Σ (i < k) e^(−λ) λ^i ÷ i!
 *
 * A share, 0 to 1; 1 for a count of 0. Summed from whichever end is the shorter, so that a small chance keeps its digits. Throws a RangeError unless the
 * count is a whole number from 0 on and the rate a number from 0 on. Source: Poisson 1837; R's ppois(k - 1, lambda, lower.tail = FALSE).
 */
export function poissonTail(count: number, rate: number): number {
  if (!Number.isSafeInteger(count) || count < 0 || !(rate >= 0) || rate === Number.POSITIVE_INFINITY)
    throw new RangeError("a count is a whole number and a rate a number, both from 0 on");
  if (count === 0) return 1;
  if (rate === 0) return 0;
  return count > rate ? Math.min(1, above(count, rate)) : Math.max(0, 1 - below(count, rate));
}

/**
 * The usual rate under which at least `count` events would be rarer than `chance`: the λ with P(X ≥ count) = chance. Falls with the chance and
 * grows with the count. Throws a RangeError unless 0 < chance < 1 and the count is a whole number from 1 on.
 */
export function poissonRate(count: number, chance: number): number {
  if (!(chance > 0 && chance < 1) || count < 1) throw new RangeError("a chance lies between 0 and 1, and something was counted");
  let [low, high] = [0, count + 40 + 10 * Math.sqrt(count)];
  for (let step = 0; step < 80; step += 1) {
    const middle = (low + high) / 2;
    if (poissonTail(count, middle) < chance) low = middle;
    else high = middle;
  }
  return low;
}

function above(count: number, rate: number): number {
  let term = termAt(count, rate);
  let sum = 0;
  for (let i = count + 1; term > sum * Number.EPSILON; i += 1) {
    sum += term;
    term *= rate / i;
  }
  return sum;
}

function below(count: number, rate: number): number {
  let term = termAt(count - 1, rate);
  let sum = 0;
  for (let i = count - 1; i >= 0 && term > sum * Number.EPSILON; i -= 1) {
    sum += term;
    term *= i / rate;
  }
  return sum;
}

function termAt(count: number, rate: number): number {
  let log = -rate + count * Math.log(rate);
  for (let i = 2; i <= count; i += 1) log -= Math.log(i);
  return Math.exp(log);
}
