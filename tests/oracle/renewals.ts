import { addDays } from "@/lib/kernel/period";
import { midnight } from "./clock";
import { type Cut, count } from "./cut";
import { type Expected, quotient } from "./expected";
import type { Contract, Life } from "./life";
import { rateAt } from "./movement";
import { least, plus, type Rational, rational, times, ZERO } from "./rational";

type Judged = { readonly contract: Contract; readonly is: "renewed" | "lost" | "pending" };

/** What became of the contracts due in a period (metrics.md 7; interfaces.md, rules 13 and 18). */
export function renewals(life: Life, cut: Cut): Record<string, Expected> {
  const zone = life.rules.timeZone;
  const due = life.contracts.filter(({ dueOn }) => dueOn >= cut.start && dueOn < cut.end);
  const judged = due.filter(({ dueOn }) => midnight(dueOn, zone) < cut.asOf).map((contract) => judge(contract, life, cut));
  const of = (is: Judged["is"]) => judged.filter((one) => one.is === is);
  const decided = [...of("renewed"), ...of("lost")].map(({ contract, is }) => values(life, contract, is === "renewed"));
  const isPriced = decided.every((one) => one !== null);
  const money = (pick: (one: { was: Rational; is: Rational }) => Rational) =>
    decided.reduce((whole, one) => plus(whole, one === null ? ZERO : pick(one)), ZERO);
  const details = { renewed: count(of("renewed")), lost: count(of("lost")), pending: count(of("pending")) };
  return {
    "renewal-rate": quotient(count(of("renewed")), count(decided), details),
    "renewals-due": { value: added(due.map(({ value, currency, dueOn }) => worth(life, rational(value), currency, dueOn))) },
    ...(isPriced
      ? {
          "gross-dollar-renewal-rate": quotient(
            money(({ was, is }) => least(was, is)),
            money(({ was }) => was),
          ),
          "net-dollar-renewal-rate": quotient(
            money(({ is }) => is),
            money(({ was }) => was),
          ),
        }
      : { "gross-dollar-renewal-rate": { value: null }, "net-dollar-renewal-rate": { value: null } }),
  };
}

// A renewal counts until the grace is over; what was declined or let pass by then is lost; the rest is not known yet.
function judge(contract: Contract, { rules }: Life, cut: Cut): Judged {
  const isSeen = (day: string | null): day is string => day !== null && midnight(day, rules.timeZone) <= cut.asOf;
  const graceEnd = addDays(contract.dueOn, rules.renewal_grace_days);
  const isOver = midnight(addDays(graceEnd, 1), rules.timeZone) <= cut.asOf;
  if (isSeen(contract.renewedOn) && contract.renewedOn <= graceEnd) return { contract, is: "renewed" };
  return { contract, is: isOver || isSeen(contract.declinedOn) ? "lost" : "pending" };
}

/** A year of the contract before and after, at the rate of the day it was due. */
function values(life: Life, contract: Contract, isRenewed: boolean): { was: Rational; is: Rational } | null {
  const was = yearly(contract.value, contract.termMonths);
  const is = isRenewed ? yearly(contract.renewedValue ?? contract.value, contract.renewedTermMonths ?? contract.termMonths) : ZERO;
  const [before, after] = [was, is].map((amount) => worth(life, amount, contract.currency, contract.dueOn));
  return before && after ? { was: before, is: after } : null;
}

function yearly(value: bigint, months: bigint): Rational {
  return rational(value * 12n, months);
}

function worth(life: Life, amount: Rational, currency: string, day: string): Rational | null {
  const rate = rateAt(life, currency, midnight(day, life.rules.timeZone));
  return rate && times(amount, rate);
}

function added(amounts: readonly (Rational | null)[]): Rational | null {
  return amounts.reduce<Rational | null>((whole, one) => whole && one && plus(whole, one), ZERO);
}
