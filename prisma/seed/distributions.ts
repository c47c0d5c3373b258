import type { Interval, Plan, Segment } from "./life";

/** How many accounts chance makes; the stories come on top. */
export const CHANCE_ACCOUNTS = 387;

/** Of the accounts, this share was there in the first month; the others came one by one, more each year. */
export const FOUNDING_SHARE = 0.14;
export const YEARLY_GROWTH_OF_SIGN_UPS = 0.24;

/** Sign-ups by calendar month: budgets open in January and September, and nobody buys in August or late December. */
export const SEASON = [1.25, 1.05, 1.1, 1, 0.95, 0.9, 0.75, 0.65, 1.3, 1.2, 1.05, 0.8] as const;

export const SEGMENTS: readonly (readonly [Segment, number])[] = [
  ["SMB", 58],
  ["Mid-market", 31],
  ["Enterprise", 11],
];

/** Seats are log-normal around the median. */
export const SEATS: Record<Segment, { median: number; sigma: number; least: number; most: number }> = {
  SMB: { median: 9, sigma: 0.55, least: 3, most: 40 },
  "Mid-market": { median: 62, sigma: 0.45, least: 25, most: 190 },
  Enterprise: { median: 260, sigma: 0.42, least: 120, most: 900 },
};

export const PLANS: Record<Segment, readonly (readonly [Plan, number])[]> = {
  SMB: [
    ["Starter", 55],
    ["Team", 45],
  ],
  "Mid-market": [
    ["Team", 60],
    ["Business", 40],
  ],
  Enterprise: [
    ["Business", 35],
    ["Enterprise", 65],
  ],
};

/** List price per seat and month in minor units, and the plan above. */
export const PRICES: Record<Plan, { seat: number; above: Plan | null }> = {
  Starter: { seat: 1_900, above: "Team" },
  Team: { seat: 3_400, above: "Business" },
  Business: { seat: 4_900, above: "Enterprise" },
  Enterprise: { seat: 6_200, above: null },
};

export const INTERVALS: Record<Segment, readonly (readonly [Interval, number])[]> = {
  SMB: [
    ["month", 72],
    ["quarter", 8],
    ["year", 20],
  ],
  "Mid-market": [
    ["month", 30],
    ["quarter", 15],
    ["year", 55],
  ],
  Enterprise: [
    ["quarter", 12],
    ["year", 88],
  ],
};

/** Paying for a longer stretch costs less. */
export const INTERVAL_MONTHS: Record<Interval, number> = { month: 1, quarter: 3, year: 12 };
export const INTERVAL_DISCOUNT: Record<Interval, number> = { month: 0, quarter: 0.04, year: 0.12 };

/** The share that leaves in a month, before age; a year's contract leaves at its end with the twelve months' share. */
export const CHURN: Record<Segment, number> = { SMB: 0.02, "Mid-market": 0.0105, Enterprise: 0.0042 };

/** Few leave at once, many in the first year, the old ones stay. */
export function churnAtAge(months: number): number {
  if (months < 3) return 0.6;
  if (months < 10) return 1.45;
  if (months < 18) return 1;
  return 0.7;
}

/** Chances a month of more seats, of fewer, and of the plan above. */
export const MOVES: Record<Segment, { more: number; fewer: number; above: number }> = {
  SMB: { more: 0.042, fewer: 0.014, above: 0.004 },
  "Mid-market": { more: 0.078, fewer: 0.013, above: 0.003 },
  Enterprise: { more: 0.1, fewer: 0.01, above: 0.002 },
};

export const REASONS: readonly (readonly [string, number])[] = [
  ["too expensive", 26],
  ["not adopted", 22],
  ["missing feature", 17],
  ["switched to another product", 15],
  ["champion left", 9],
  ["company closed", 6],
  ["merged with another company", 5],
];

export const COUNTRIES: readonly (readonly [{ country: string; region: string; currency: "USD" | "EUR" | "GBP" }, number])[] = [
  [{ country: "US", region: "North America", currency: "USD" }, 46],
  [{ country: "CA", region: "North America", currency: "USD" }, 7],
  [{ country: "GB", region: "Europe", currency: "GBP" }, 5],
  [{ country: "GB", region: "Europe", currency: "USD" }, 6],
  [{ country: "DE", region: "Europe", currency: "EUR" }, 4],
  [{ country: "FR", region: "Europe", currency: "EUR" }, 2],
  [{ country: "NL", region: "Europe", currency: "USD" }, 4],
  [{ country: "IE", region: "Europe", currency: "EUR" }, 2],
  [{ country: "SE", region: "Europe", currency: "USD" }, 3],
  [{ country: "ES", region: "Europe", currency: "USD" }, 3],
  [{ country: "AU", region: "Asia Pacific", currency: "USD" }, 6],
  [{ country: "SG", region: "Asia Pacific", currency: "USD" }, 4],
  [{ country: "JP", region: "Asia Pacific", currency: "USD" }, 2],
  [{ country: "BR", region: "Latin America", currency: "USD" }, 4],
  [{ country: "MX", region: "Latin America", currency: "USD" }, 2],
];
