import type { RowOf } from "@/lib/imports/registry";

const ACCOUNTS = [
  "Anchor",
  "Grower",
  "Shrinker",
  "Leaver",
  "Returner",
  "Yearly",
  "Passer-by",
  "Trialist",
  "Pair",
  "Euro",
  "Pauser",
  "Discounted",
];
const LARGE = new Set(["Shrinker", "Euro"]);

export const day = (text: string) => new Date(`${text}T00:00:00Z`);
export const id = (name: string) => `G-${String(ACCOUNTS.indexOf(name) + 1).padStart(2, "0")}`;

export const accounts: RowOf<"accounts">[] = ACCOUNTS.map((name) => ({
  externalId: id(name),
  name,
  segment: LARGE.has(name) ? "Enterprise" : "SMB",
  region: name === "Euro" ? "Europe" : "North America",
  ownerEmail: `${LARGE.has(name) ? "ada" : "ben"}@golden.example`,
}));

function monthly(name: string, dollars: number, from: string, until?: string): RowOf<"subscriptions"> {
  return {
    externalId: `${id(name)} ${from} ${dollars}`,
    account: id(name),
    startedAt: day(from),
    ...(until && { endedAt: day(until) }),
    amount: BigInt(dollars * 100),
    currency: "USD",
    interval: "month",
    plan: "Team",
  };
}

const LONG_AGO = "2023-06-01";

export const subscriptions: RowOf<"subscriptions">[] = [
  monthly("Anchor", 100, LONG_AGO),
  monthly("Grower", 200, LONG_AGO, "2024-03-15"),
  monthly("Grower", 300, "2024-03-15"),
  monthly("Shrinker", 400, LONG_AGO, "2024-05-10"),
  monthly("Shrinker", 250, "2024-05-10"),
  { ...monthly("Leaver", 150, LONG_AGO, "2024-04-01"), canceledAt: day("2024-03-15"), churnReason: "too expensive" },
  monthly("Returner", 50, LONG_AGO, "2024-02-15"),
  monthly("Returner", 80, "2024-06-20"),
  { ...monthly("Yearly", 1_440, "2024-01-20"), interval: "year" },
  monthly("Passer-by", 70, "2024-03-05", "2024-03-25"),
  { ...monthly("Trialist", 90, "2024-02-10"), trialEndsAt: day("2024-03-10") },
  monthly("Pair", 60, LONG_AGO),
  monthly("Pair", 40, LONG_AGO, "2024-03-20"),
  { ...monthly("Euro", 100, LONG_AGO), currency: "EUR" },
  monthly("Pauser", 30, LONG_AGO),
  monthly("Discounted", 200, LONG_AGO),
];

const subscription = (name: string) => subscriptions.find((row) => row.account === id(name))?.externalId ?? "";
export const discounts: RowOf<"discounts">[] = [
  {
    subscription: subscription("Discounted"),
    type: "percent",
    value: "25",
    duration: "repeating",
    startsAt: day(LONG_AGO),
    endsAt: day("2024-03-16"),
  },
];
export const pauses: RowOf<"pauses">[] = [{ subscription: subscription("Pauser"), from: day("2024-03-10"), until: day("2024-05-10") }];

const due = (name: string, dueOn: string, value: bigint) => ({
  externalId: `${id(name)} ${dueOn}`,
  account: id(name),
  dueOn,
  value,
  currency: "USD",
});
export const contracts: RowOf<"contracts">[] = [
  { ...due("Anchor", "2024-03-31", 120_000n), renewedOn: "2024-03-20", renewedValue: 120_000n },
  { ...due("Grower", "2024-03-10", 240_000n), renewedOn: "2024-03-25", renewedValue: 360_000n },
  { ...due("Leaver", "2024-03-31", 180_000n), declinedOn: "2024-03-15" },
  { ...due("Shrinker", "2024-05-10", 480_000n), renewedOn: "2024-05-10", renewedValue: 600_000n, renewedTermMonths: 24n },
];

export const rates: RowOf<"exchange-rates">[] = [
  { currency: "EUR", month: LONG_AGO, rate: "1.10" },
  { currency: "EUR", month: "2024-04-01", rate: "1.20" },
];
