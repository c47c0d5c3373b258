import { daysBetween } from "@/lib/kernel/period";
import { type Calendar, MONTHS } from "./calendar";
import type { Life } from "./life";
import { standingOn } from "./presence";
import type { Random } from "./random";

/** Dollars a month: what is always there, and what each customer adds. */
const BUDGETS = {
  success: [26_000, 118],
  support: [14_000, 74],
  onboarding: [6_500, 14],
  training: [2_400, 12],
  loyalty: [900, 7],
  retention: [1_800, 9],
  acquisition: [21_000, 30],
  sales: [48_000, 105],
  marketing: [33_000, 60],
} as const;

const CATEGORIES = Object.keys(BUDGETS) as (keyof typeof BUDGETS)[];

/** What customers cost, month by month; of the current month what has come up so far. */
export function costRows(random: Random, lives: readonly Life[], calendar: Calendar) {
  return Array.from({ length: MONTHS + 1 }, (_, index) => index).flatMap((index) => {
    const month = calendar.month(index);
    const customers = lives.filter((life) => standingOn(life, month) !== null).length;
    const passed = Math.min(1, daysBetween(month, calendar.today) / daysBetween(month, calendar.month(index + 1)));
    if (passed <= 0) return [];
    const usual = CATEGORIES.map((category) => {
      const [fixed, each] = BUDGETS[category];
      const dollars = (fixed + each * customers) * random.normal(1, 0.06) * passed;
      return {
        externalId: `K-${month.slice(0, 7)}-${category}`,
        month,
        amount: BigInt(Math.round(dollars)) * 100n,
        currency: "USD",
        category,
      };
    });
    return [...usual, ...forOne(random, lives, calendar, index)];
  });
}

// The set-up of a large customer is booked on it, and so is a visit that is to keep one.
function forOne(random: Random, lives: readonly Life[], calendar: Calendar, index: number) {
  const month = calendar.month(index);
  return lives.flatMap(({ id, segment, startedOn, terms }) => {
    if (segment !== "Enterprise") return [];
    const isNew = startedOn.slice(0, 7) === month.slice(0, 7);
    const isLate = terms.some(
      ({ dueOn, renewedOn }) => dueOn.slice(0, 7) === month.slice(0, 7) && (renewedOn === undefined || renewedOn > dueOn),
    );
    if ((!isNew && !isLate) || month > calendar.today) return [];
    const category = isNew ? "onboarding" : "retention";
    const amount = BigInt(isNew ? random.whole(28, 90) : random.whole(12, 40)) * 10_000n;
    return [{ externalId: `K-${month.slice(0, 7)}-${category}-${id}`, month, amount, currency: "USD", category, account: id }];
  });
}
