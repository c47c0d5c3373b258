import { createLoader, parseAsStringLiteral } from "nuqs/server";
import { LEVELS, STEPS } from "@/lib/metrics/activity";
import { RETURNS, STARTS } from "@/lib/metrics/returns";

/** What the charts of use follow, beside the filters that every screen's address keeps. */
export const usageParams = {
  level: parseAsStringLiteral(LEVELS).withDefault("account"),
  step: parseAsStringLiteral(STEPS),
  from: parseAsStringLiteral(STARTS).withDefault("every"),
  back: parseAsStringLiteral(RETURNS).withDefault("on"),
};

export const loadUsageView = createLoader(usageParams);
