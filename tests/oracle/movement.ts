import type { Book } from "./book";
import { midnight } from "./clock";
import { compare, fromDecimal, minus, ONE, plus, type Rational, sum, times, ZERO } from "./rational";
import { breaks, mrrBefore } from "./subscription";

export type Class = "new" | "reactivation" | "expansion" | "contraction" | "churn";

/** One account over a period. Money is in minor units of the book's currency, null where a currency it holds has no rate yet. */
export type Movement = {
  readonly account: string;
  readonly isOpening: boolean;
  readonly isClosing: boolean;
  /** MRR in between, and none at either end. */
  readonly isBetween: boolean;
  readonly class: Class | null;
  /** At the rates of the opening. */
  readonly opening: Rational | null;
  /** The balance at the end at the rates of the opening: what movements are made of. */
  readonly kept: Rational | null;
  /** The balance at the end at the rates of the end. */
  readonly closing: Rational | null;
};

/** Every account that has MRR at either boundary or in between, the boundaries compared (metrics.md, section 2). */
export function movements(book: Book, from: Date, until: Date): Movement[] {
  return book.accounts
    .map(({ externalId }) => movement(book, externalId, from, until))
    .filter(({ isOpening, isClosing, isBetween }) => isOpening || isClosing || isBetween);
}

/** What an account holds just before an instant, by currency. */
export function holdings(book: Book, account: string, t: Date): Map<string, Rational> {
  const held = new Map<string, Rational>();
  for (const one of book.subscriptions.filter((one) => one.account === account)) {
    held.set(one.currency, plus(held.get(one.currency) ?? ZERO, mrrBefore(book, one, t)));
  }
  return new Map([...held].filter(([, amount]) => amount.n > 0n));
}

/** The rate that holds at an instant: of the newest month that has begun. */
export function rateAt({ rules, rates }: Book, currency: string, at: Date): Rational | null {
  if (currency === rules.currency) return ONE;
  const begun = rates.filter((rate) => rate.currency === currency && midnight(rate.month, rules.timeZone) <= at);
  const newest = begun.sort((a, b) => (a.month < b.month ? -1 : 1)).at(-1);
  return newest === undefined ? null : fromDecimal(newest.rate);
}

function movement(book: Book, account: string, from: Date, until: Date): Movement {
  const [before, after] = [holdings(book, account, from), holdings(book, account, until)];
  const [isOpening, isClosing] = [before.size > 0, after.size > 0];
  const [opening, kept, closing] = [worth(book, before, from), worth(book, after, from), worth(book, after, until)];
  const paid = (inside: (at: Date) => boolean) => moments(book, account).some((at) => inside(at) && holdings(book, account, at).size > 0);
  const isBetween = !isOpening && !isClosing && paid((at) => at > from && at <= until);
  const grown = opening === null || kept === null ? 0 : compare(kept, opening);
  const moved: Class | null =
    isOpening && isClosing
      ? ((["contraction", null, "expansion"] as const)[grown + 1] ?? null)
      : isOpening
        ? "churn"
        : isClosing
          ? paid((at) => at <= from)
            ? "reactivation"
            : "new"
          : null;
  return { account, isOpening, isClosing, isBetween, class: moved, opening, kept, closing };
}

/** Whether an account pays at any instant from `from` on and before `until`: an end is exclusive, so that one at `from` is over by then. */
export function isPaying(book: Book, account: string, from: Date, until: Date): boolean {
  const within = moments(book, account).filter((at) => at > from && at <= until);
  return [new Date(from.getTime() + 1), ...within, until].some((at) => holdings(book, account, at).size > 0);
}

function moments(book: Book, account: string): Date[] {
  return book.subscriptions.filter((one) => one.account === account).flatMap((one) => breaks(book, one));
}

function worth(book: Book, held: Map<string, Rational>, at: Date): Rational | null {
  const parts = [...held].map(([currency, amount]) => ({ amount, rate: rateAt(book, currency, at) }));
  return parts.some(({ rate }) => rate === null) ? null : sum(parts.map(({ amount, rate }) => times(amount, rate ?? ONE)));
}

/** What an account's movement is worth, at the rates of the opening; nothing where it did not move. */
export function amountOf({ class: moved, opening, kept }: Movement): Rational | null {
  if (moved === null) return ZERO;
  if (opening === null || kept === null) return null;
  return moved === "churn" || moved === "contraction" ? minus(opening, kept) : minus(kept, opening);
}
