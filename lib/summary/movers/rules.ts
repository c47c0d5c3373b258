import { describeDay } from "@/lib/kernel/period-words";
import type { Mover } from "@/lib/metrics/movers";
import type { ToldSignal } from "@/lib/signals/data";

/** What is known of an account around a movement. */
export type MoverFacts = {
  /** Why they left, in their words. */
  churnReason: string | null;
  /** What they accepted in the month. */
  offer: "upsell" | "cross_sell" | null;
  /** Tickets of the 60 days before the month's end. */
  tickets: number;
  /** The strongest risk raised before it. */
  signal: Pick<ToldSignal, "words" | "fromDay"> | null;
};

/** The one cause that is told of a movement; `from` says where it comes from, and none that the records tell of none. */
export type Cause = { words: string; from: "told" | "signal" | "tickets" | "offer" | "change" | "none" };

export type ToldMover = Mover & { cause: Cause };

/** As many tickets in 60 days are worth telling. */
const MANY_TICKETS = 3;

const NONE: Cause = { words: "no cause told", from: "none" };

/**
 * One cause, the nearest first. Of a loss: the reason they gave, a risk that had been raised, many tickets, and of one that stays what changed. Of a gain:
 * an offer they took, then what changed. What came before need not be what it came from, so the words say when it was.
 */
export function causeOf(mover: Pick<Mover, "class" | "by" | "reason">, { churnReason, offer, tickets, signal }: MoverFacts): Cause {
  const change: Cause = mover.reason === null ? NONE : { words: mover.reason, from: "change" };
  if (mover.by > 0)
    return offer === null ? change : { words: `took our ${offer === "upsell" ? "upsell" : "cross-sell"} offer`, from: "offer" };
  if (churnReason !== null) return { words: `“${churnReason}”`, from: "told" };
  if (signal !== null) return { words: `since ${describeDay(signal.fromDay)}: ${signal.words}`, from: "signal" };
  if (tickets >= MANY_TICKETS) return { words: `before it: ${tickets} tickets in 60 days`, from: "tickets" };
  return mover.class === "churn" ? NONE : change;
}
