import { activeUsers } from "@/lib/metrics/active-users";
import { arpa } from "@/lib/metrics/arpa";
import { arr } from "@/lib/metrics/arr";
import { atRiskCustomers } from "@/lib/metrics/at-risk-customers";
import { atRiskMrr } from "@/lib/metrics/at-risk-mrr";
import { churnedMrr } from "@/lib/metrics/churned-mrr";
import { contractionMrr } from "@/lib/metrics/contraction-mrr";
import { customerChurnRate } from "@/lib/metrics/customer-churn-rate";
import { customerEffortScore } from "@/lib/metrics/customer-effort-score";
import { customerLifetimeValue } from "@/lib/metrics/customer-lifetime-value";
import { customerOfferAcceptanceRate } from "@/lib/metrics/customer-offer-acceptance-rate";
import { customerRetentionCost } from "@/lib/metrics/customer-retention-cost";
import { customerRetentionRate } from "@/lib/metrics/customer-retention-rate";
import { customerSatisfactionMean } from "@/lib/metrics/customer-satisfaction-mean";
import { customerSatisfactionScore } from "@/lib/metrics/customer-satisfaction-score";
import { customers } from "@/lib/metrics/customers";
import type { Metric } from "@/lib/metrics/definition";
import { easyShare } from "@/lib/metrics/easy-share";
import { expansionMrr } from "@/lib/metrics/expansion-mrr";
import { expansionMrrRate } from "@/lib/metrics/expansion-mrr-rate";
import { expansionRevenueShare } from "@/lib/metrics/expansion-revenue-share";
import { featureAdoptionRate } from "@/lib/metrics/feature-adoption-rate";
import { firstContactResolutionRate } from "@/lib/metrics/first-contact-resolution-rate";
import { firstResponseTime } from "@/lib/metrics/first-response-time";
import { grossDollarRenewalRate } from "@/lib/metrics/gross-dollar-renewal-rate";
import { grossMrrChurnRate } from "@/lib/metrics/gross-mrr-churn-rate";
import { grossRevenueRetention } from "@/lib/metrics/gross-revenue-retention";
import { healthScore } from "@/lib/metrics/health-score";
import { healthyShare } from "@/lib/metrics/healthy-share";
import { mrr } from "@/lib/metrics/mrr";
import { netCustomerChange } from "@/lib/metrics/net-customer-change";
import { netDollarRenewalRate } from "@/lib/metrics/net-dollar-renewal-rate";
import { netFirstContactResolutionRate } from "@/lib/metrics/net-first-contact-resolution-rate";
import { netMrrChurnRate } from "@/lib/metrics/net-mrr-churn-rate";
import { netPromoterScore } from "@/lib/metrics/net-promoter-score";
import { netRevenueRetention } from "@/lib/metrics/net-revenue-retention";
import { newMrr } from "@/lib/metrics/new-mrr";
import { newUserShare } from "@/lib/metrics/new-user-share";
import { productAdoptionRate } from "@/lib/metrics/product-adoption-rate";
import { purchaseLifetimeValue } from "@/lib/metrics/purchase-lifetime-value";
import { quickRatio } from "@/lib/metrics/quick-ratio";
import { reactivationMrr } from "@/lib/metrics/reactivation-mrr";
import { referralRate } from "@/lib/metrics/referral-rate";
import { renewalRate } from "@/lib/metrics/renewal-rate";
import { renewalsDue } from "@/lib/metrics/renewals-due";
import { reopenRate } from "@/lib/metrics/reopen-rate";
import { stickiness } from "@/lib/metrics/stickiness";
import { surveyResponses } from "@/lib/metrics/survey-responses";
import { ticketFirstResolutionMedian } from "@/lib/metrics/ticket-first-resolution-median";
import { ticketFirstResolutionP90 } from "@/lib/metrics/ticket-first-resolution-p90";
import { ticketFirstResolutionTime } from "@/lib/metrics/ticket-first-resolution-time";
import { ticketResolutionMedian } from "@/lib/metrics/ticket-resolution-median";
import { ticketResolutionP90 } from "@/lib/metrics/ticket-resolution-p90";
import { ticketResolutionTime } from "@/lib/metrics/ticket-resolution-time";
import { tickets } from "@/lib/metrics/tickets";
import { timeToValue } from "@/lib/metrics/time-to-value";
import { upsellCrossSellConversionRate } from "@/lib/metrics/upsell-cross-sell-conversion-rate";
import { usageEvents } from "@/lib/metrics/usage-events";
import { valueReachedShare } from "@/lib/metrics/value-reached-share";

/** Every metric, one line each, in the order in which they are shown. */
export const metrics: readonly Metric[] = [
  mrr,
  arr,
  customers,
  arpa,
  newMrr,
  expansionMrr,
  contractionMrr,
  churnedMrr,
  reactivationMrr,
  customerChurnRate,
  customerRetentionRate,
  netCustomerChange,
  grossMrrChurnRate,
  netMrrChurnRate,
  expansionMrrRate,
  expansionRevenueShare,
  grossRevenueRetention,
  netRevenueRetention,
  quickRatio,
  renewalRate,
  renewalsDue,
  grossDollarRenewalRate,
  netDollarRenewalRate,
  customerLifetimeValue,
  purchaseLifetimeValue,
  customerRetentionCost,
  netPromoterScore,
  customerSatisfactionScore,
  customerSatisfactionMean,
  customerEffortScore,
  easyShare,
  surveyResponses,
  tickets,
  ticketResolutionTime,
  ticketResolutionMedian,
  ticketResolutionP90,
  ticketFirstResolutionTime,
  ticketFirstResolutionMedian,
  ticketFirstResolutionP90,
  firstContactResolutionRate,
  netFirstContactResolutionRate,
  reopenRate,
  firstResponseTime,
  activeUsers,
  usageEvents,
  stickiness,
  productAdoptionRate,
  newUserShare,
  featureAdoptionRate,
  timeToValue,
  valueReachedShare,
  upsellCrossSellConversionRate,
  customerOfferAcceptanceRate,
  referralRate,
  healthScore,
  healthyShare,
  atRiskCustomers,
  atRiskMrr,
];

const byId = new Map(metrics.map((metric) => [metric.face.id, metric]));

export function findMetric(id: string): Metric | undefined {
  return byId.get(id);
}
