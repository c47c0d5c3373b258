import type { Account, Book, Rules } from "./book";

/** All that the outside world told of a company: its revenue, and what its customers said, asked, used and were offered. */
export type Life = Omit<Book, "rules" | "accounts"> & {
  readonly rules: LifeRules;
  readonly accounts: readonly StartedAccount[];
  readonly contacts: readonly Contact[];
  readonly responses: readonly Response[];
  readonly tickets: readonly Ticket[];
  readonly ticketEvents: readonly TicketEvent[];
  readonly users: readonly User[];
  readonly usage: readonly Usage[];
  readonly milestones: readonly Milestone[];
  readonly offers: readonly Offer[];
  readonly referrals: readonly Referral[];
  readonly costs: readonly Cost[];
  readonly contracts: readonly Contract[];
  readonly purchases: readonly Purchase[];
};

export type LifeRules = Rules & {
  readonly renewal_grace_days: number;
  readonly fcr_window_days: number;
  readonly offer_window_days: number;
  readonly adoption_window_days: number;
  readonly value_within_days: number;
  readonly min_uses: number;
  readonly ces_scale: 5 | 7;
  readonly gross_margin_pct: number;
};

export type StartedAccount = Account & { readonly startedAt: Date | null };

export type Contact = { readonly externalId: string; readonly account: string };

export type Response = {
  readonly externalId: string;
  readonly account: string | null;
  readonly contact: string | null;
  readonly kind: "nps" | "csat" | "ces";
  readonly score: bigint | null;
  readonly scale: bigint;
  readonly answeredAt: Date;
};

export type Ticket = {
  readonly externalId: string;
  readonly account: string;
  readonly createdAt: Date;
  readonly priority: string | null;
  readonly channel: string | null;
  readonly status: "new" | "open" | "pending" | "hold" | "solved" | "closed" | null;
  readonly firstResponseAt: Date | null;
  readonly firstResponseMinutes: string | null;
  readonly solvedAt: Date | null;
  readonly resolutionHours: string | null;
  readonly reopens: bigint | null;
  readonly agentReplies: bigint | null;
  readonly satisfaction: bigint | null;
  readonly excluded: boolean;
  readonly unresolvableAtFirstLevel: boolean;
};

export type TicketEvent = { readonly ticket: string; readonly at: Date; readonly type: "solved" | "reopened" };

export type User = {
  readonly externalId: string;
  readonly account: string;
  readonly signedUpAt: Date | null;
  readonly activatedAt: Date | null;
  readonly deletedAt: Date | null;
  /** Features joined by `;`; null means all. */
  readonly entitlements: string | null;
};

export type Usage = {
  readonly account: string;
  readonly user: string | null;
  readonly feature: string;
  readonly at: Date;
  readonly count: bigint;
};

export type Milestone = { readonly account: string; readonly kind: string; readonly at: Date };

export type Offer = {
  readonly externalId: string;
  readonly account: string;
  readonly kind: "upsell" | "cross_sell";
  readonly presentedAt: Date;
  readonly acceptedAt: Date | null;
  readonly declinedAt: Date | null;
};

export type Referral = {
  readonly externalId: string;
  readonly account: string;
  readonly referredAt: Date;
  readonly referredAccount: string | null;
};

export type Cost = {
  readonly externalId: string;
  readonly month: string;
  readonly amount: bigint;
  readonly currency: string;
  readonly category: string | null;
  readonly account: string | null;
};

export type Contract = {
  readonly externalId: string;
  readonly account: string;
  readonly dueOn: string;
  readonly value: bigint;
  readonly termMonths: bigint;
  readonly currency: string;
  readonly renewedOn: string | null;
  readonly renewedValue: bigint | null;
  readonly renewedTermMonths: bigint | null;
  readonly declinedOn: string | null;
};

export type Purchase = {
  readonly externalId: string;
  readonly account: string;
  readonly at: Date;
  readonly amount: bigint;
  readonly currency: string;
};
