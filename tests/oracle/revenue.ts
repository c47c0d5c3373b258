import { addMonths, monthsOf } from "@/lib/kernel/period";
import { type Cut, count, cutOf } from "./cut";
import type { Expected } from "./expected";
import type { Life } from "./life";
import { amountOf, type Class, type Movement, movements } from "./movement";
import { over, plus, type Rational, rational, sum, times, ZERO } from "./rational";
import { rates } from "./totals";

const CLASSES: Record<string, Class> = {
  "new-mrr": "new",
  "expansion-mrr": "expansion",
  "contraction-mrr": "contraction",
  "churned-mrr": "churn",
  "reactivation-mrr": "reactivation",
};

/** Balances at a period's end, what moved in it, and the rates of its two ends (metrics.md 1 to 6, 11, 12 and 20; interfaces.md, rules 11, 12 and 14). */
export function revenue(life: Life, cut: Cut): Record<string, Expected> {
  const moved = movements(life, cut.from, cut.until);
  const customers = count(moved.filter(({ isClosing }) => isClosing));
  const mrr = added(moved.filter(({ isClosing }) => isClosing).map(({ closing }) => closing));
  const monthly = piecesOf(life, cut).map((piece) => movements(life, piece.from, piece.until));
  const summed = Object.entries(CLASSES).map(([id, kind]) => [id, { value: added(monthly.map((month) => amount(month, kind))) }]);
  const of = rates(moved);
  return {
    mrr: { value: mrr },
    arr: { value: scaled(mrr, rational(12n)) },
    customers: { value: customers },
    arpa: { value: mrr && over(mrr, customers) },
    ...Object.fromEntries(summed),
    "customer-churn-rate": { value: of.customerChurn },
    "customer-retention-rate": { value: of.customerRetention },
    "net-customer-change": { value: of.netCustomerChange },
    "gross-mrr-churn-rate": { value: of.grossChurn },
    "net-mrr-churn-rate": { value: of.netChurn },
    "expansion-mrr-rate": { value: of.expansion },
    "gross-revenue-retention": { value: of.grossRetention },
    "net-revenue-retention": { value: of.netRetention },
    "expansion-revenue-share": { value: quotient(amount(moved, "expansion"), mrr) },
    "quick-ratio": { value: quotient(gains(moved), losses(moved)) },
    "customer-lifetime-value": { value: lifetime(life, cut, mrr && over(mrr, customers)) },
  };
}

function gains(moved: readonly Movement[]): Rational | null {
  return added([amount(moved, "new"), amount(moved, "expansion"), amount(moved, "reactivation")]);
}

function losses(moved: readonly Movement[]): Rational | null {
  return added([amount(moved, "churn"), amount(moved, "contraction")]);
}

// Whether a customer who stayed grew or shrank is not known where there is no rate.
function amount(moved: readonly Movement[], kind: Class): Rational | null {
  const stays = kind === "expansion" || kind === "contraction";
  const unknown = stays ? moved.filter((one) => one.isOpening && one.isClosing && (one.opening === null || one.kept === null)) : [];
  return unknown.length > 0 ? null : added(moved.filter((one) => one.class === kind).map(amountOf));
}

function lifetime(life: Life, cut: Cut, arpa: Rational | null): Rational | null {
  const { timeZone } = life.rules;
  const months = monthsOf({ start: addMonths(`${cut.start.slice(0, 7)}-01`, -6), end: cut.end });
  const begun = months.map((month) => cutOf(month, timeZone, cut.until)).filter(({ from }) => from < cut.until);
  const churns = begun.slice(-6).flatMap(({ from, until }) => rates(movements(life, from, until)).customerChurn ?? []);
  const mean = over(sum(churns), count(churns));
  return mean && quotient(scaled(arpa, rational(BigInt(life.rules.gross_margin_pct), 100n)), mean);
}

/** The period cut at its month starts, as far as it has come. */
function piecesOf({ rules }: Life, cut: Cut): Cut[] {
  return monthsOf(cut)
    .map((piece) => cutOf(piece, rules.timeZone, cut.asOf))
    .filter(({ from }) => from < cut.asOf);
}

function added(amounts: readonly (Rational | null)[]): Rational | null {
  return amounts.reduce<Rational | null>((whole, one) => whole && one && plus(whole, one), ZERO);
}

function scaled(amount: Rational | null, by: Rational): Rational | null {
  return amount && times(amount, by);
}

function quotient(a: Rational | null, b: Rational | null): Rational | null {
  return a && b && over(a, b);
}
