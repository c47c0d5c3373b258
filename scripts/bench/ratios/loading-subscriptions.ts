import { type Clean, loading } from "./loading";

const day = (n: number) => new Date(Date.UTC(2023, 0, 1 + (n % 1_000))).toISOString();
const amount = (n: number) => String(1_000 + (n % 90_000));

const clean: Clean = {
  kind: "subscriptions",
  table: "subscription",
  header: "externalId,account,startedAt,amount,currency,interval,plan,seats",
  key: (n) => `sub-${n}`,
  row: (n, accounts) => `sub-${n},A${1 + (n % accounts)},${day(n)},${amount(n)},USD,month,Team,${1 + (n % 50)}`,
  columns: [
    ["started_at", "timestamptz"],
    ["amount", "bigint"],
    ["currency", "char(3)"],
    ["interval", "text"],
    ["plan", "text"],
    ["seats", "bigint"],
  ],
  cells: (n) => [day(n), amount(n), "USD", "month", "Team", String(1 + (n % 50))],
  rows: (accounts) => 10 * accounts,
};

export const loadingSubscriptions = loading("loading-subscriptions", clean);
