import { z } from "zod";
import { churnElsewhere, compoundChurn } from "@/lib/kernel/churn";
import { roundHalfAway } from "@/lib/kernel/decimal";
import { lifetimeValue } from "@/lib/kernel/lifetime-value";
import { quickRatioOfTotals, ratesOfTotals, renewalOfTotals } from "@/lib/kernel/mrr-totals";
import { type Adapter, adapter, percent, share } from "./vector";

const cents = z.number().default(0);
const movements = { new_cents: cents, expansion_cents: cents, reactivation_cents: cents, contraction_cents: cents, churn_cents: cents };
const Movements = z.object(movements);

export const totals: Record<string, Adapter> = {
  "retention.from_totals": adapter(
    z.object({ ...movements, opening_cents: z.number(), include_reactivation: z.boolean().default(false) }),
    ({ opening_cents, include_reactivation, ...rest }) => {
      const rates = ratesOfTotals({ opening: opening_cents, ...named(rest) });
      return {
        gross_mrr_churn_pct: percent(rates.grossChurn),
        net_mrr_churn_pct: percent(include_reactivation ? rates.netChurnWithReturns : rates.netChurn),
        expansion_mrr_pct: percent(rates.expansion),
        grr_pct: percent(rates.retainedGross),
        nrr_pct: percent(rates.retainedNet),
        net_new_cents: rates.netNew,
        closing_cents: rates.closing,
      };
    },
  ),
  quick_ratio: adapter(Movements, (input) => {
    const { value, lossless, netNew } = quickRatioOfTotals(named(input));
    return {
      quick_ratio: value,
      quick_ratio_display: value === null ? null : Number(roundHalfAway(value, 2)),
      infinite: lossless,
      net_new_cents: netNew,
    };
  }),
  "renewal.from_totals": adapter(
    z.object({ starting_base: z.number(), renewed_base: z.number(), expansion: cents, contraction: cents }),
    ({ starting_base, renewed_base, expansion, contraction }) => {
      const { gross, net } = renewalOfTotals({ due: starting_base, renewed: renewed_base, expansion, contraction });
      return { gross_renewal_pct: percent(gross), net_renewal_pct: percent(net) };
    },
  ),
  "churn.annualize": adapter(
    z.object({ monthly_churn_pct: z.number(), months: z.number().default(12) }),
    ({ monthly_churn_pct, months }) => {
      const churn = compoundChurn(share(monthly_churn_pct), months);
      return { churn_pct: percent(churn), retention_pct: churn === null ? null : percent(1 - churn) };
    },
  ),
  "churn.logo.variants": adapter(
    z.object({ opening_customers: z.number(), new_customers: z.number(), churned_from_opening: z.number(), churned_from_new: z.number() }),
    (input) => {
      const { ours, stripe, baremetrics } = churnElsewhere({
        opening: input.opening_customers,
        joined: input.new_customers,
        lostOfOpening: input.churned_from_opening,
        lostOfJoined: input.churned_from_new,
      });
      return { default_pct: percent(ours), stripe_pct: percent(stripe), baremetrics_pct: percent(baremetrics) };
    },
  ),
  "clv.arpa": adapter(
    z.object({ arpa: z.number(), gross_margin_pct: z.number().default(100), churn_pct: z.number() }),
    ({ arpa, gross_margin_pct, churn_pct }) => {
      const { value, lifetime } = lifetimeValue({ arpa, margin: share(gross_margin_pct), churn: share(churn_pct) });
      return { clv: value, lifetime_periods: lifetime };
    },
  ),
};

function named(input: z.output<typeof Movements>) {
  return {
    new: input.new_cents,
    expansion: input.expansion_cents,
    reactivation: input.reactivation_cents,
    contraction: input.contraction_cents,
    churned: input.churn_cents,
  };
}
