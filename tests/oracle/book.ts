/** What the outside world told of a company, in the words of the records, so that rows can be handed to the loader as they are. */
export type Book = {
  readonly rules: Rules;
  readonly accounts: readonly Account[];
  readonly subscriptions: readonly Subscription[];
  readonly discounts: readonly Discount[];
  readonly pauses: readonly Pause[];
  readonly rates: readonly Rate[];
};

export type Rules = {
  readonly timeZone: string;
  readonly currency: string;
  readonly past_due_grace_days: number | null;
  readonly discount_policy: "recurring" | "forever_only";
  readonly churn_recognition: "service_end" | "at_cancel_request";
};

export type Account = {
  readonly externalId: string;
  readonly name: string;
  readonly segment: string | null;
  readonly region: string | null;
};

export type Subscription = {
  readonly externalId: string;
  readonly account: string;
  readonly startedAt: Date;
  readonly endedAt: Date | null;
  readonly amount: bigint;
  readonly currency: string;
  readonly interval: "day" | "week" | "month" | "quarter" | "year" | "none";
  readonly intervalCount: bigint;
  readonly quantity: bigint;
  readonly status: "active" | "trialing" | "past_due" | "unpaid" | "paused" | "canceled";
  readonly trialEndsAt: Date | null;
  readonly pastDueSince: Date | null;
  readonly unpaidFrom: Date | null;
  readonly canceledAt: Date | null;
  readonly usageType: string | null;
};

export type Discount = {
  readonly externalId: string;
  readonly subscription: string;
  readonly type: "percent" | "fixed";
  readonly value: string;
  readonly duration: "forever" | "repeating" | "once";
  readonly startsAt: Date | null;
  readonly endsAt: Date | null;
};

export type Pause = { readonly externalId: string; readonly subscription: string; readonly from: Date; readonly until: Date | null };

/** Units of the book's currency per one of `currency`, from the month's first local instant until a newer one. */
export type Rate = { readonly currency: string; readonly month: string; readonly rate: string };
