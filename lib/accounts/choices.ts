import type { Band } from "@/lib/kernel/health-score";

export const ACCOUNT_STATES = ["customer", "churned", "never"] as const;
export const ACCOUNT_SORTS = ["mrr", "name", "renewal", "moved", "seats"] as const;
export const ACCOUNT_DIMENSIONS = ["segment", "plan", "owner", "region", "stage"] as const;

/** customer: has MRR. churned: had some. never: has not had any yet. */
export type AccountState = (typeof ACCOUNT_STATES)[number];
export type AccountSort = (typeof ACCOUNT_SORTS)[number];
export type AccountDimension = (typeof ACCOUNT_DIMENSIONS)[number];

export type AccountsRequest = {
  search: string;
  where: Partial<Record<AccountDimension, string | null>>;
  state: AccountState | null;
  /** The band that counts today: a person's, while it holds, else the score's. */
  band: Band | null;
  sort: AccountSort;
  /** The cursor of the last row of the page before, or of the first of the page after. */
  after: string | null;
  before: string | null;
  limit: number;
};
