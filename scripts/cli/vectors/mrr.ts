import { z } from "zod";
import type { Reading } from "@/lib/metrics/types";
import type { Scope } from "@/lib/platform/scope";
import { afterAll } from "./book";
import { evidence, readings, type Span } from "./reading";
import { inScratch } from "./scratch";
import { Period, spanBefore, spanOf } from "./span";
import { interval, SubscriptionInput, subscriptionBook } from "./subscription-book";
import { type Adapter, type Answer, adapter } from "./vector";

const DAY = { start: "2024-03-01", end: "2024-03-02" };

const Item = z.object({
  amount_cents: z.number(),
  interval,
  interval_count: z.number().default(1),
  quantity: z.number().default(1),
});

export const mrr: Record<string, Adapter> = {
  "mrr.normalize": adapter(z.object({ items: z.array(Item) }), ({ items }) => {
    const subscriptions = items.map((item, i) => ({ ...item, subscription_id: `s${i}`, customer_id: `c${i}`, start: "2024-01-01" }));
    return inScratch(subscriptionBook(SubscriptionInput.parse({ subscriptions })), async (scope) => {
      const rows = await evidence(scope, "mrr", { ...DAY, asOf: afterAll(DAY) });
      const worth = new Map(rows.map(({ externalId, numerator }) => [externalId, numerator]));
      return { mrr_cents: subscriptions.map(({ customer_id }) => worth.get(customer_id) ?? 0) };
    });
  }),
  "mrr.snapshot": adapter(SubscriptionInput.extend({ before: z.string() }), (input) =>
    inScratch(subscriptionBook(input), async (scope) => {
      const { mrr, arr, customers } = await readings(scope, ["mrr", "arr", "customers"], spanBefore(input, input.before));
      return { mrr_cents: mrr.value, arr_cents: arr.value, customers: customers.value };
    }),
  ),
  "mrr.movements": adapter(SubscriptionInput.extend({ period: Period.optional(), periods: z.array(Period).optional() }), (input) =>
    inScratch(subscriptionBook(input), async (scope) => {
      if (input.period) {
        const span = spanOf(input, input.period);
        return { ...(await movements(scope, span)), by_customer: await byCustomer(scope, span) };
      }
      const by_period: Answer[] = [];
      for (const period of input.periods ?? []) by_period.push(await movements(scope, spanOf(input, period)));
      return { by_period };
    }),
  ),
  "mrr.waterfall": adapter(SubscriptionInput.extend({ periods: z.tuple([Period], Period) }), (input) =>
    inScratch(subscriptionBook(input), async (scope) => {
      const [{ start, end }] = input.periods;
      const span = spanOf(input, { start, end: input.periods.at(-1)?.end ?? end });
      return bridge((await readings(scope, ["new-mrr"], span))["new-mrr"]);
    }),
  ),
};

/** The boundaries of a period compared. */
async function movements(scope: Scope, span: Span): Promise<Answer> {
  return bridge((await readings(scope, ["mrr"], span)).mrr);
}

function bridge({ details }: Reading): Answer {
  return {
    opening_cents: details.opening,
    new_cents: details.new,
    reactivation_cents: details.reactivated,
    expansion_cents: details.expansion,
    contraction_cents: details.contraction,
    churn_cents: details.churned,
    fx_impact_cents: details.fxImpact,
    closing_cents: details.closing,
    net_new_cents: details.netNew,
    opening_customers: details.openingCustomers,
    closing_customers: details.closingCustomers,
    new_customers: details.newCustomers,
    churn_customers: details.lostCustomers,
    intra_period_customers: details.intraPeriodCustomers,
  };
}

/** The one movement of each customer: what was gained or lost. */
async function byCustomer(scope: Scope, span: Span): Promise<Answer> {
  const rows = await evidence(scope, "quick-ratio", span);
  return Object.fromEntries(rows.map((row) => [row.externalId, [row.class, (row.numerator ?? 0) + (row.denominator ?? 0)]]));
}
