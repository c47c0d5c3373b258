import type { KindName } from "@/lib/imports/registry";

/** The kinds of records that a person makes, edits and deletes one by one. */
export const HAND_KINDS = [
  "accounts",
  "contacts",
  "subscriptions",
  "contracts",
  "tickets",
  "offers",
  "referrals",
  "milestones",
  "costs",
] as const satisfies readonly KindName[];

export type HandKind = (typeof HAND_KINDS)[number];

/** What a person is asked for a field of a record. `minute`: the time of day is asked too, and not the day alone. */
export type Asked = {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly choices?: Readonly<Record<string, string>>;
  readonly minute?: true;
  /** What a new record begins with, where it is not nothing. `today` is the moment the form is opened. */
  readonly first?: string;
};

export type Form = { readonly one: string; readonly asked: readonly Asked[] };

const CURRENCY: Asked = { name: "currency", label: "Currency", hint: "A code such as USD or EUR. Empty: the workspace's own." };

const INTERVALS = { day: "a day", week: "a week", month: "a month", quarter: "a quarter", year: "a year", none: "once, not recurring" };

const STATUSES = {
  active: "Active",
  trialing: "On trial",
  past_due: "Past due",
  unpaid: "Unpaid",
  paused: "Paused",
  canceled: "Canceled",
};

const TICKET_STATUSES = { new: "New", open: "Open", pending: "Pending", hold: "On hold", solved: "Solved", closed: "Closed" };

/** What each kind is called and what is asked of it, in the order of the form. What is not asked keeps its value. */
export const FORMS: Readonly<Record<HandKind, Form>> = {
  accounts: {
    one: "account",
    asked: [
      { name: "name", label: "Name" },
      { name: "ownerEmail", label: "Owner", hint: "The e-mail of the member who looks after it." },
      { name: "segment", label: "Segment" },
      { name: "plan", label: "Plan", hint: "Empty: that of its largest subscription." },
      { name: "stage", label: "Stage" },
      { name: "seats", label: "Seats", hint: "Empty: those of its subscriptions." },
      { name: "industry", label: "Industry" },
      { name: "domain", label: "Domain" },
      { name: "region", label: "Region" },
      { name: "country", label: "Country" },
      { name: "startedAt", label: "Customer since", hint: "Empty: the day its first subscription began." },
    ],
  },
  contacts: {
    one: "contact",
    asked: [
      { name: "name", label: "Name" },
      { name: "email", label: "E-mail" },
      { name: "title", label: "Title" },
      { name: "role", label: "Role" },
      { name: "isChampion", label: "Champion: speaks for us at the customer's" },
    ],
  },
  subscriptions: {
    one: "subscription",
    asked: [
      { name: "plan", label: "Plan" },
      { name: "status", label: "Status", choices: STATUSES, first: "active" },
      { name: "amount", label: "Price", hint: "For one unit and one interval." },
      CURRENCY,
      { name: "interval", label: "Paid by", choices: INTERVALS, first: "month" },
      { name: "intervalCount", label: "Intervals at a time", first: "1" },
      { name: "quantity", label: "Units", first: "1" },
      { name: "seats", label: "Seats" },
      { name: "startedAt", label: "Began", first: "today" },
      { name: "endedAt", label: "Ended", hint: "The first day that is not paid for." },
      { name: "trialEndsAt", label: "Trial ends" },
      { name: "renewsAt", label: "Renews" },
      { name: "pastDueSince", label: "Past due since" },
      { name: "unpaidFrom", label: "Unpaid from" },
      { name: "canceledAt", label: "Canceled" },
      { name: "churnReason", label: "Why it ended" },
    ],
  },
  contracts: {
    one: "contract",
    asked: [
      { name: "dueOn", label: "Due for renewal", first: "today" },
      { name: "value", label: "Value", hint: "Over its whole term." },
      CURRENCY,
      { name: "termMonths", label: "Months", first: "12" },
      { name: "renewedOn", label: "Renewed on" },
      { name: "renewedValue", label: "Value after renewal" },
      { name: "renewedTermMonths", label: "Months after renewal" },
      { name: "declinedOn", label: "Declined on" },
    ],
  },
  tickets: {
    one: "ticket",
    asked: [
      { name: "subject", label: "Subject" },
      { name: "status", label: "Status", choices: { "": "Not said", ...TICKET_STATUSES }, first: "open" },
      { name: "priority", label: "Priority" },
      { name: "channel", label: "Channel" },
      { name: "createdAt", label: "Opened", minute: true, first: "today" },
      { name: "firstResponseAt", label: "First answered", minute: true },
      { name: "solvedAt", label: "Solved", minute: true },
      { name: "reopens", label: "Times reopened" },
      { name: "agentReplies", label: "Answers it took", hint: "Solved with one at most: first contact." },
      {
        name: "satisfaction",
        label: "Satisfaction",
        choices: { "": "Not said", 1: "1, very bad", 2: "2", 3: "3", 4: "4", 5: "5, very good" },
      },
      { name: "firstResponseMinutes", label: "Minutes to the first answer", hint: "Where its moment is not known." },
      { name: "resolutionHours", label: "Hours to the solution", hint: "Where its moment is not known." },
      { name: "escalated", label: "Escalated" },
      { name: "excluded", label: "Not a request (spam, merged): left out of the numbers" },
      { name: "unresolvableAtFirstLevel", label: "Could not be solved at first level" },
    ],
  },
  offers: {
    one: "offer",
    asked: [
      { name: "kind", label: "Kind", choices: { upsell: "Upsell", cross_sell: "Cross-sell" }, first: "upsell" },
      { name: "value", label: "Value" },
      CURRENCY,
      { name: "presentedAt", label: "Presented", first: "today" },
      { name: "acceptedAt", label: "Accepted" },
      { name: "declinedAt", label: "Declined" },
    ],
  },
  referrals: {
    one: "referral",
    asked: [
      { name: "referredAccount", label: "Who was referred" },
      { name: "referredAt", label: "Referred", first: "today" },
      { name: "convertedAt", label: "Became a customer" },
    ],
  },
  milestones: {
    one: "milestone",
    asked: [
      { name: "kind", label: "What was reached", hint: "first_value is the one time to value counts to.", first: "first_value" },
      { name: "at", label: "When", minute: true, first: "today" },
    ],
  },
  costs: {
    one: "cost",
    asked: [
      { name: "month", label: "Month", first: "today" },
      { name: "amount", label: "Amount" },
      CURRENCY,
      {
        name: "category",
        label: "Category",
        hint: "success, support, onboarding, training, loyalty and retention count as the cost of keeping customers.",
        first: "success",
      },
    ],
  },
};
