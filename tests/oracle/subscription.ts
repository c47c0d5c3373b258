import type { Book, Rules, Subscription } from "./book";
import { daysLater } from "./clock";
import { compare, fromDecimal, minus, ONE, type Rational, rational, sum, times, ZERO } from "./rational";

/** Charges in an average month (metrics.md, section 1). */
const CHARGES: Record<Subscription["interval"], Rational> = {
  day: rational(365n, 12n),
  week: rational(52n, 12n),
  month: ONE,
  quarter: rational(1n, 3n),
  year: rational(1n, 12n),
  none: ZERO,
};

/** The MRR of a subscription just before an instant, in minor units of its own currency. */
export function mrrBefore(book: Book, one: Subscription, t: Date): Rational {
  if (!isPaidBefore(book, one, t)) return ZERO;
  const held = book.discounts.filter(
    (discount) =>
      discount.subscription === one.externalId &&
      countsAs(discount.duration, book.rules) &&
      spansBefore(discount.startsAt, discount.endsAt, t),
  );
  const values = (type: "percent" | "fixed") => held.filter((discount) => discount.type === type).map(({ value }) => fromDecimal(value));
  const kept = values("percent").map((percent) => minus(ONE, times(percent, rational(1n, 100n))));
  const price = minus(kept.reduce(times, rational(one.amount * one.quantity)), sum(values("fixed")));
  return compare(price, ZERO) <= 0 ? ZERO : times(times(price, CHARGES[one.interval]), rational(1n, one.intervalCount));
}

/** Every instant at which the MRR of a subscription may change. */
export function breaks(book: Book, one: Subscription): Date[] {
  const own = ({ subscription }: { subscription: string }) => subscription === one.externalId;
  return [
    one.startedAt,
    ...stops(one, book.rules),
    one.trialEndsAt,
    ...book.pauses.filter(own).flatMap(({ from, until }) => [from, until]),
    ...book.discounts.filter(own).flatMap(({ startsAt, endsAt }) => [startsAt, endsAt]),
  ].filter((at): at is Date => at !== null);
}

function isPaidBefore(book: Book, one: Subscription, t: Date): boolean {
  const pauses = book.pauses.filter(({ subscription }) => subscription === one.externalId);
  if (one.usageType === "metered") return false;
  if (one.status === "trialing" && one.trialEndsAt === null) return false;
  if (one.status === "unpaid" && one.unpaidFrom === null) return false;
  if (one.status === "paused" && pauses.length === 0) return false;
  const isInTrial = one.trialEndsAt !== null && one.trialEndsAt >= t;
  const hasStopped = stops(one, book.rules).some((stop) => stop < t);
  return one.startedAt < t && !isInTrial && !hasStopped && !pauses.some(({ from, until }) => spansBefore(from, until, t));
}

/** What ends paid service for good; the first of them counts. */
function stops(one: Subscription, rules: Rules): Date[] {
  const isCanceledThere = rules.churn_recognition === "at_cancel_request" || (one.status === "canceled" && one.endedAt === null);
  const graceEnd =
    one.pastDueSince === null || rules.past_due_grace_days === null
      ? null
      : daysLater(one.pastDueSince, rules.past_due_grace_days, rules.timeZone);
  return [one.endedAt, one.unpaidFrom, graceEnd, isCanceledThere ? one.canceledAt : null].filter((at): at is Date => at !== null);
}

function countsAs(duration: "forever" | "repeating" | "once", { discount_policy }: Rules): boolean {
  return discount_policy === "forever_only" ? duration === "forever" : duration !== "once";
}

// [from, until) held just before t: it had begun, and was not over before t.
function spansBefore(from: Date | null, until: Date | null, t: Date): boolean {
  return (from === null || from < t) && (until === null || until >= t);
}
