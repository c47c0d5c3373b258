import { ACCOUNT_PERIOD_MEASURES, accountPeriodSql } from "@/lib/ledger/account-period";
import { ACCOUNT_PERIOD } from "@/lib/ledger/rollups";
import type { Relation } from "@/lib/metrics/relation";

/** An account over a cut: what it paid at both ends, and the one movement that makes of it. */
export const accountPeriod: Relation = {
  id: ACCOUNT_PERIOD,
  measures: ACCOUNT_PERIOD_MEASURES,
  rows: ({ cuts, asOf, scope }, parameters) => `
    SELECT r.*, NULL::text AS record, r.start = r.of_start AS is_first, r.until = r.of_end AS is_last
    FROM (${accountPeriodSql({ cuts, asOf, scope, accounts: null }, parameters)}) AS r`,
  ends: { first: ["opening", "opening_customers"], last: ["closing_value", "closing_customers"] },
  columns: [
    { id: "month", label: "From", unit: "date", sql: "r.start::text" },
    { id: "class", label: "Movement", unit: "text", sql: "r.class" },
    {
      id: "opening",
      label: "Opening MRR",
      unit: "money",
      sql: "CASE WHEN r.unpriced_churned + r.unpriced_changed = 0 THEN r.opening END::float8",
    },
    { id: "closing", label: "Closing MRR", unit: "money", sql: "CASE WHEN r.unpriced_closing = 0 THEN r.closing_value END::float8" },
    { id: "segment", label: "Segment", unit: "text", sql: "r.segment" },
    { id: "plan", label: "Plan", unit: "text", sql: "r.plan" },
    { id: "owner", label: "Owner", unit: "text", sql: "r.owner" },
  ],
  money: {
    details: ["opening", "closing", "new", "expansion", "contraction", "churned", "reactivated", "fxImpact", "netNew", "gains", "losses"],
    unpriced: "unpriced_new + unpriced_reactivated + unpriced_churned + unpriced_changed + unpriced_closing",
  },
  rolledUp: true,
};

/** Names for the measures behind a number, as every reading of this relation tells them. */
export const MRR_DETAILS = {
  opening: "first_opening",
  closing: "last_closing_value",
  new: "new",
  expansion: "expansion",
  contraction: "contraction",
  churned: "churned",
  reactivated: "reactivated",
  fxImpact: "fx_impact",
  netNew: "new + expansion + reactivated - contraction - churned",
  openingCustomers: "first_opening_customers",
  closingCustomers: "last_closing_customers",
  newCustomers: "new_customers",
  lostCustomers: "lost_customers",
  reactivatedCustomers: "reactivated_customers",
  intraPeriodCustomers: "intra_period_customers",
};
