import type { Example } from "@/lib/metrics/definition";

/** Four customers over a month: one stays, one grows, one shrinks, one leaves. 280.00 before, 240.00 after. */
export const FOUR_CUSTOMERS = [
  ["Harbor", 10_000, 10_000],
  ["Lantern", 6_000, 9_000],
  ["Quarry", 8_000, 5_000],
  ["Meadow", 4_000, 0],
] as const satisfies Example["accounts"];
