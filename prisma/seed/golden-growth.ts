import type { RowOf } from "@/lib/imports/registry";
import { day, id } from "./golden-records";

function offer(
  account: string,
  kind: "upsell" | "cross_sell",
  presented: string,
  { accepted, declined, ...rest }: { accepted?: string; declined?: string; value?: bigint; currency?: string } = {},
): RowOf<"offers"> {
  return {
    externalId: `${id(account)} O ${presented}`,
    account: id(account),
    kind,
    presentedAt: day(presented),
    acceptedAt: accepted === undefined ? undefined : day(accepted),
    declinedAt: declined === undefined ? undefined : day(declined),
    value: 50_000n,
    ...rest,
  };
}

/** The last one is inside its window of 30 days until 27 January. */
export const offers: RowOf<"offers">[] = [
  offer("Anchor", "upsell", "2024-03-02", { accepted: "2024-03-03" }),
  offer("Anchor", "upsell", "2024-03-10", { declined: "2024-03-12" }),
  offer("Grower", "cross_sell", "2024-03-15", { accepted: "2024-04-10", value: 120_000n }),
  offer("Euro", "upsell", "2024-03-05", { accepted: "2024-04-20", value: 30_000n, currency: "EUR" }),
  offer("Leaver", "cross_sell", "2024-03-08"),
  offer("Pair", "upsell", "2024-03-20", { accepted: "2024-03-19" }),
  offer("Yearly", "upsell", "2024-04-02", { accepted: "2024-04-12" }),
  offer("Discounted", "cross_sell", "2024-12-28"),
];

function referral(account: string, referredAccount: string, on: string, converted?: string): RowOf<"referrals"> {
  return {
    externalId: `${id(account)} F ${on}`,
    account: id(account),
    referredAccount,
    referredAt: new Date(`2024-${on}Z`),
    convertedAt: converted === undefined ? undefined : day(converted),
  };
}

export const referrals: RowOf<"referrals">[] = [
  referral("Anchor", "G-21 Harbor Lights", "03-02T10:00", "2024-03-28"),
  referral("Anchor", "G-22 Lantern Works", "03-03T10:00"),
  referral("Grower", "G-23 Quarry Lane", "03-31T23:00"),
  referral("Discounted", id("Discounted"), "03-05T10:00"), // of itself
  referral("Returner", "G-24 Valley Foods", "03-05T10:00"), // gone since February
  referral("Pair", "G-25 Windward", "04-01T00:00"),
];

type Money = { account?: string; currency?: string };

function cost(category: string, dollars: number, { account, currency = "USD" }: Money = {}, month = "2024-03-01"): RowOf<"costs"> {
  const of = account === undefined ? {} : { account: id(account) };
  return { externalId: `G-00 K ${month} ${category} ${account ?? ""}`, month, category, amount: BigInt(dollars * 100), currency, ...of };
}

export const costs: RowOf<"costs">[] = [
  cost("success", 300),
  cost("support", 200),
  cost("onboarding", 60),
  cost("training", 40),
  cost("loyalty", 30),
  cost("retention", 50, { account: "Leaver" }),
  cost("success", 20, { account: "Euro", currency: "EUR" }),
  cost("acquisition", 900),
  cost("sales", 800),
  cost("marketing", 700, { account: "Trialist" }),
  cost("success", 320, {}, "2024-04-01"),
];

function purchase(account: string, on: string, amount: number, currency = "USD"): RowOf<"purchases"> {
  return { externalId: `${id(account)} B ${on}`, account: id(account), at: day(on), amount: BigInt(amount * 100), currency };
}

export const purchases: RowOf<"purchases">[] = [
  purchase("Anchor", "2023-07-01", 300),
  purchase("Anchor", "2024-03-01", 300),
  purchase("Euro", "2024-02-10", 100, "EUR"),
  purchase("Euro", "2024-03-15", 50, "EUR"),
  purchase("Grower", "2024-03-20", 120),
  purchase("Grower", "2024-05-20", 60),
];

/**
 * March. Offers: five count (Pair's was accepted before it was made), Anchor's first and Grower's were taken within 30 days, Euro's after 46: 2 of 5; of the
 * four customers asked two said yes. Referrals: Anchor and Grower, of eleven who paid at some time in the month. Costs: 300 + 200 + 60 + 40 + 30 + 50 dollars and 20 euros
 * at 1.10, 702 for the eight who were there at both ends. Purchases so far: 600 by Anchor, 150 euros at 1.10 by Euro, 120 by Grower: 885 by three.
 */
export const growthValues = {
  "upsell-cross-sell-conversion-rate": 2 / 5,
  "customer-offer-acceptance-rate": 2 / 4,
  "referral-rate": 2 / 11,
  "customer-retention-cost": 70_200 / 8,
  "purchase-lifetime-value": 88_500 / 3,
};
