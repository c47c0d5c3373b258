import type { KindName, RowOf } from "@/lib/imports/registry";
import { refresh } from "@/lib/ledger/refresh";
import type { Scope } from "@/lib/platform/scope";
import { answers, answerValues, contacts } from "./golden-answers";
import { costs, growthValues, offers, purchases, referrals } from "./golden-growth";
import { accounts, contracts, discounts, pauses, rates, subscriptions } from "./golden-records";
import { ticketEvents, tickets, ticketValues } from "./golden-tickets";
import { milestones, usage, users, useValues } from "./golden-use";
import { loadRows } from "./load-rows";

/**
 * The golden workspace: twelve customers, small enough to be computed on paper. US dollars, UTC.
 * What each pays a month, in dollars, at the end of the month:
 *
 *                     Dec 23   Jan   Feb   Mar   Apr   May   Jun … Dec 24
 *   Anchor               100   100   100   100   100   100   100     100
 *   Grower               200   200   200   300   300   300   300     300   one seat price more from 15 March
 *   Shrinker             400   400   400   400   400   250   250     250   10 May
 *   Leaver               150   150   150   150     –     –     –       –   until 1 April: all of March is paid
 *   Returner              50    50     –     –     –     –    80      80   away from 15 February to 20 June
 *   Yearly                 –   120   120   120   120   120   120     120   1,440 a year from 20 January
 *   Passer-by              –     –     –     –     –     –     –       –   5 to 25 March: never at a month's end
 *   Trialist               –     –     –    90    90    90    90      90   the trial ends on 10 March
 *   Pair                 100   100   100    60    60    60    60      60   60 + 40; the second ends on 20 March
 *   Euro (100 €)         110   110   110   120   120   120   120     120   a euro is 1.10 dollars, and 1.20 from 1 April on, which is the instant March ends at
 *   Pauser                30    30    30     –     –    30    30      30   away from 10 March to 10 May
 *   Discounted           150   150   150   200   200   200   200     200   200 less 25 % until 16 March
 *                      -----  ----  ----  ----  ----  ----  ----    ----
 *                      1,290 1,410 1,360 1,540 1,390 1,270 1,350   1,350
 */
export const GOLDEN_SOURCE = "golden";

/**
 * March 2024, in cents: 1,360 + new 90 (Trialist) + expansion 150 (Grower 100, Discounted 50) − contraction 40 (Pair) − churn 30 (Pauser) + exchange 10 (Euro) = 1,540.
 * Nine customers before; one new, one lost; the passer-by came and went.
 * Retention: net (1,360 + 150 − 40 − 30) ÷ 1,360 = 1,440 ÷ 1,360, gross (1,360 − 40 − 30) ÷ 1,360 = 1,290 ÷ 1,360.
 * Contracts due: Anchor and Grower renewed, Leaver declined: 2 of 3. Gross (1,200 + 2,400) ÷ 5,400, net (1,200 + 3,600) ÷ 5,400.
 */
export const MARCH = {
  period: "2024-03",
  bridge: {
    opening: 136_000,
    new: 9_000,
    expansion: 15_000,
    contraction: 4_000,
    churned: 3_000,
    reactivated: 0,
    fxImpact: 1_000,
    closing: 154_000,
  },
  customers: {
    openingCustomers: 9,
    newCustomers: 1,
    lostCustomers: 1,
    reactivatedCustomers: 0,
    intraPeriodCustomers: 1,
    closingCustomers: 9,
  },
  values: {
    mrr: 154_000,
    customers: 9,
    "net-revenue-retention": 1_440 / 1_360,
    "gross-revenue-retention": 1_290 / 1_360,
    "customer-churn-rate": 1 / 9,
    "net-mrr-churn-rate": -80 / 1_360,
    "quick-ratio": 240 / 70,
    "renewal-rate": 2 / 3,
    "gross-dollar-renewal-rate": 3_600 / 5_400,
    "net-dollar-renewal-rate": 4_800 / 5_400,
    ...ticketValues,
    ...answerValues,
    ...useValues,
    ...growthValues,
  },
} as const;

/**
 * 2024 as a whole, its two ends compared: 1,290 + new 210 (Yearly 120, Trialist 90) + expansion 180 (Grower 100, Returner 30, Discounted 50)
 * − contraction 190 (Shrinker 150, Pair 40) − churn 150 (Leaver) + exchange 10 = 1,350. Pauser and Returner left and came back in between, and lost nothing over the year.
 */
export const YEAR = {
  period: "2024",
  bridge: {
    opening: 129_000,
    new: 21_000,
    expansion: 18_000,
    contraction: 19_000,
    churned: 15_000,
    reactivated: 0,
    fxImpact: 1_000,
    closing: 135_000,
  },
  customers: {
    openingCustomers: 9,
    newCustomers: 2,
    lostCustomers: 1,
    reactivatedCustomers: 0,
    intraPeriodCustomers: 1,
    closingCustomers: 10,
  },
  values: {
    mrr: 135_000,
    customers: 10,
    "net-revenue-retention": 1_130 / 1_290,
    "gross-revenue-retention": 950 / 1_290,
    "customer-churn-rate": 1 / 9,
    "customer-retention-rate": 8 / 9,
  },
} as const;

/** Fills an empty workspace (US dollars, UTC) with the golden records, and brings its derived tables up to date. */
export async function loadGolden(scope: Scope): Promise<void> {
  await load(scope, "exchange-rates", rates);
  await load(scope, "accounts", accounts);
  await load(scope, "subscriptions", subscriptions);
  await load(scope, "discounts", discounts);
  await load(scope, "pauses", pauses);
  await load(scope, "contracts", contracts);
  await load(scope, "contacts", contacts);
  await load(scope, "users", users);
  await load(scope, "tickets", tickets);
  await load(scope, "ticket-events", ticketEvents);
  await load(scope, "survey-responses", answers);
  await load(scope, "usage", usage);
  await load(scope, "milestones", milestones);
  await load(scope, "offers", offers);
  await load(scope, "referrals", referrals);
  await load(scope, "costs", costs);
  await load(scope, "purchases", purchases);
  await refresh(scope);
}

function load<Name extends KindName>(scope: Scope, kind: Name, rows: readonly RowOf<Name>[]): Promise<void> {
  return loadRows(scope, { kind, source: GOLDEN_SOURCE, rows });
}
