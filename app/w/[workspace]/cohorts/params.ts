import { createLoader, parseAsNumberLiteral, parseAsStringLiteral } from "nuqs/server";
import { COHORT_SPANS } from "@/lib/metrics/schema";

export const KEPT = ["customers", "mrr"] as const;

export const cohortParams = {
  months: parseAsNumberLiteral(COHORT_SPANS).withDefault(12),
  kept: parseAsStringLiteral(KEPT).withDefault("mrr"),
};

export const loadCohortView = createLoader(cohortParams);
