import { createHash } from "node:crypto";
import { DIMENSIONS } from "@/lib/kernel/dimension";
import { ACCOUNT_PERIOD_MEASURES, accountPeriodSql } from "@/lib/ledger/account-period";
import { dimensionsSql } from "@/lib/ledger/dimensions";
import { movementsSql } from "@/lib/ledger/movements";
import { Parameters } from "@/lib/ledger/parameters";
import type { LedgerRules } from "@/lib/ledger/rules";
import { USAGE_DAYS, usageMonthsSql } from "@/lib/ledger/usage-days";

const PLAIN: LedgerRules = { past_due_grace_days: null, discount_policy: "recurring", churn_recognition: "service_end", timeZone: "UTC" };
const OTHER: LedgerRules = {
  past_due_grace_days: 7,
  discount_policy: "forever_only",
  churn_recognition: "at_cancel_request",
  timeZone: "UTC",
};
const SCOPE = { currency: "USD", timeZone: "UTC" };
const MONTH = { start: "2000-01-01", end: "2000-02-01" };

/**
 * Changes with the text of the definitions: derived rows made by other definitions are made again. Of the statements and not of the functions that
 * write them, whose text a bundler changes, so that the pages and the command line agree.
 */
export const DEFINITION = createHash("sha256")
  .update([PLAIN, OTHER].map((rules) => movementsSql(null, rules, new Parameters())).join())
  .update(dimensionsSql(null, SCOPE, new Parameters()))
  .update(accountPeriodSql({ cuts: [{ ...MONTH, of: MONTH }], asOf: new Date(0), scope: SCOPE, accounts: null }, new Parameters()))
  .update([USAGE_DAYS, usageMonthsSql(), ...ACCOUNT_PERIOD_MEASURES, ...DIMENSIONS].join())
  .digest("hex")
  .slice(0, 16);
