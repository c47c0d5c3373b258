import { readings } from "./reading";
import { inScratch } from "./scratch";
import { Period, spanOf } from "./span";
import { SubscriptionInput, subscriptionBook } from "./subscription-book";
import { type Adapter, adapter, percent } from "./vector";

const RATES = {
  logo_churn_pct: "customer-churn-rate",
  crr_pct: "customer-retention-rate",
  gross_mrr_churn_pct: "gross-mrr-churn-rate",
  net_mrr_churn_pct: "net-mrr-churn-rate",
  expansion_mrr_pct: "expansion-mrr-rate",
  grr_pct: "gross-revenue-retention",
  nrr_pct: "net-revenue-retention",
  seed_net_customer_change_pct: "net-customer-change",
} as const;

export const retention: Record<string, Adapter> = {
  "retention.summary": adapter(SubscriptionInput.extend({ period: Period }), (input) =>
    inScratch(subscriptionBook(input), async (scope) => {
      const rates = await readings(scope, Object.values(RATES), spanOf(input, input.period));
      return Object.fromEntries(Object.entries(RATES).map(([name, id]) => [name, percent(rates[id].value)]));
    }),
  ),
};
