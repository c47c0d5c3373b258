import { DIMENSIONS } from "@/lib/kernel/dimension";
import { ACCOUNT_PERIOD_MEASURES, accountPeriodSql } from "@/lib/ledger/account-period";
import { ACCOUNT_PERIOD } from "@/lib/ledger/rollups";
import type { Relation } from "@/lib/metrics/relation";

const OPENING = "unpriced_new + unpriced_reactivated + unpriced_churned + unpriced_changed";
const ANY = `${OPENING} + unpriced_closing`;

/** An account over a cut: what it paid at both ends, and the one movement that makes of it. */
export const accountPeriod: Relation = {
  id: ACCOUNT_PERIOD,
  thing: "account",
  measures: ACCOUNT_PERIOD_MEASURES,
  minor: ["opening", "closing", "closing_value", "new", "expansion", "contraction", "churned", "reactivated", "fx_impact"],
  dimensions: DIMENSIONS,
  rows: ({ cuts, asOf, scope }, parameters) => `
    SELECT r.*, NULL::text AS record FROM (${accountPeriodSql({ cuts, asOf, scope, accounts: null }, parameters)}) AS r`,
  missing: (unpriced) =>
    unpriced.every((measure) => measure === "unpriced_closing")
      ? "r.missing_closing"
      : unpriced.includes("unpriced_closing")
        ? "r.missing_opening || r.missing_closing"
        : "r.missing_opening",
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
    opening: "unpriced_churned + unpriced_changed",
    closing: "unpriced_closing",
    new: "unpriced_new",
    expansion: "unpriced_changed",
    contraction: "unpriced_changed",
    churned: "unpriced_churned",
    reactivated: "unpriced_reactivated",
    fxImpact: ANY,
    netNew: OPENING,
    gains: "unpriced_new + unpriced_changed + unpriced_reactivated",
    losses: "unpriced_churned + unpriced_changed",
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
