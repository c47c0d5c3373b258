import { z } from "zod";
import { readCohorts } from "@/lib/metrics/cohorts";
import { withTenant } from "@/lib/platform/db";
import { inScratch } from "./scratch";
import { asOfOf } from "./span";
import { SubscriptionInput, subscriptionBook } from "./subscription-book";
import { type Adapter, adapter, percent } from "./vector";

export const cohorts: Record<string, Adapter> = {
  "cohort.retention": adapter(SubscriptionInput.extend({ horizon: z.number() }), (input) =>
    inScratch(subscriptionBook(input), async (scope) => {
      const asOf = asOfOf(input);
      const rows = await withTenant(scope, ({ sql }) => readCohorts(sql, scope, { months: input.horizon, asOf }), "read");
      return {
        cohorts: rows.map(({ cohort, size, initialMrr, customers, mrr }) => ({
          cohort,
          size,
          initial_mrr_cents: initialMrr,
          customer_retention_pct: customers.map(percent),
          net_mrr_retention_pct: mrr.map(percent),
        })),
      };
    }),
  ),
};
