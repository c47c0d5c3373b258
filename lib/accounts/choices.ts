import type { Band } from "@/lib/kernel/health-score";

export const ACCOUNT_STATES = ["customer", "churned", "never"] as const;
export const ACCOUNT_DIMENSIONS = ["segment", "plan", "owner", "region", "stage"] as const;

/** What can stand beside an account's name, in the order it is offered. */
export const ACCOUNT_COLUMNS = [
  "mrr",
  "health",
  "seats",
  "plan",
  "segment",
  "owner",
  "renewal",
  "moved",
  "region",
  "stage",
  "touch",
  "tickets",
  "nps",
  "usage",
  "signals",
  "since",
  "industry",
  "country",
  "domain",
  "id",
] as const;

export const ACCOUNT_SORTS = [
  "mrr",
  "name",
  "health",
  "renewal",
  "moved",
  "seats",
  "segment",
  "plan",
  "owner",
  "region",
  "stage",
  "touch",
  "tickets",
  "nps",
  "usage",
  "signals",
  "since",
] as const;

/** Renewal within as many days. */
export const RENEWS_WITHIN = [30, 60, 90, 180, 365] as const;

/** customer: has MRR. churned: had some. never: has not had any yet. */
export type AccountState = (typeof ACCOUNT_STATES)[number];
export type AccountSort = (typeof ACCOUNT_SORTS)[number];
export type AccountColumn = (typeof ACCOUNT_COLUMNS)[number];
export type AccountDimension = (typeof ACCOUNT_DIMENSIONS)[number];

/** Which accounts; what is left out is not asked for. */
export type AccountsFilter = {
  search?: string;
  where?: Partial<Record<AccountDimension, string | null>>;
  state?: AccountState | null;
  /** The band that counts today: a person's, while it holds, else the score's. */
  band?: Band | null;
  /** The next renewal lies at most as many days ahead. */
  renews?: number | null;
  /** Only theirs, by e-mail; null is everybody's. */
  owners?: readonly string[] | null;
};

export type AccountsRequest = AccountsFilter & {
  sort: AccountSort;
  /** The other way round than the order's own. */
  turned?: boolean;
  /** What is read beside what every row has. */
  columns?: readonly AccountColumn[];
  /** The cursor of the last row of the page before. */
  after: string | null;
  limit: number;
};
