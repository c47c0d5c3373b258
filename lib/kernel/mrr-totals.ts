import { ratio } from "@/lib/kernel/ratio";

/** The movements of a book over a period, all in one unit of money, none negative. Those left out are 0. */
export type MrrTotals = {
  readonly opening: number;
  readonly new?: number;
  readonly expansion?: number;
  readonly reactivation?: number;
  readonly contraction?: number;
  readonly churned?: number;
};

/**
 * The rates of a book whose movements are known only as totals: a forecast, another product's export, a figure from a report.
 * Over rows the metrics do it themselves, customer by customer.
 *
 *   gross churn = (churned + contraction) ÷ opening          retained gross = 1 − gross churn, never above 1
 *   net churn   = (churned + contraction − expansion) ÷ opening, negative in a growing book
 *   retained net = 1 + (expansion − churned − contraction) ÷ opening; expansion = expansion ÷ opening
 *
 * `netChurnWithReturns` also subtracts what came back, as ChartMogul's net MRR churn does and its net retention does not: there the two
 * do not add up to 1. Ours leaves returns out of both.
 *
 * Shares; each null where nothing was there at the opening. `closing` and `netNew` in the unit of the totals.
 */
export function ratesOfTotals(totals: MrrTotals) {
  const { opening, expansion = 0, reactivation = 0 } = totals;
  const lost = (totals.churned ?? 0) + (totals.contraction ?? 0);
  const netNew = (totals.new ?? 0) + expansion + reactivation - lost;
  return {
    grossChurn: ratio(lost, opening),
    netChurn: ratio(lost - expansion, opening),
    netChurnWithReturns: ratio(lost - expansion - reactivation, opening),
    expansion: ratio(expansion, opening),
    retainedGross: ratio(opening - lost, opening),
    retainedNet: ratio(opening - lost + expansion, opening),
    netNew,
    closing: opening + netNew,
  };
}

/**
 * How much recurring revenue came for each unit that went: (new + expansion + reactivation) ÷ (churned + contraction). No unit.
 * What came back is a gain, so that gains − losses = net new MRR. Without losses the value is null and `lossless` says whether that was
 * good news (there were gains) or none at all; with losses alone it is 0.
 */
export function quickRatioOfTotals(totals: Omit<MrrTotals, "opening">) {
  const gains = (totals.new ?? 0) + (totals.expansion ?? 0) + (totals.reactivation ?? 0);
  const losses = (totals.churned ?? 0) + (totals.contraction ?? 0);
  return { value: ratio(gains, losses), lossless: losses === 0 && gains > 0, gains, losses, netNew: gains - losses };
}

/** A renewal book known only as totals, in customers or in money. `expansion` and `contraction` are of those that renewed. */
export type RenewalTotals = { readonly due: number; readonly renewed: number; readonly expansion?: number; readonly contraction?: number };

/** Shares of what was due: `gross` = renewed ÷ due, `net` = (renewed + expansion − contraction) ÷ due. Null where nothing was due. */
export function renewalOfTotals({ due, renewed, expansion = 0, contraction = 0 }: RenewalTotals) {
  return { gross: ratio(renewed, due), net: ratio(renewed + expansion - contraction, due) };
}
