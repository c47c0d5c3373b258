import { INTERVAL_DISCOUNT, INTERVAL_MONTHS, PRICES } from "./distributions";
import type { Interval, Plan } from "./life";

/** What a seat costs per interval, in minor units; `adjust` is what was negotiated or raised: 0.9 is a tenth off. */
export function seatPrice(plan: Plan, interval: Interval, adjust = 1): number {
  const amount = PRICES[plan].seat * INTERVAL_MONTHS[interval] * (1 - INTERVAL_DISCOUNT[interval]) * adjust;
  return Math.round(amount / 100) * 100;
}

/** Many seats cost less each. */
export function volumeDiscount(seats: number): number {
  if (seats >= 400) return 0.68;
  if (seats >= 150) return 0.78;
  if (seats >= 60) return 0.9;
  return 1;
}
