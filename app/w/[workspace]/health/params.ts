import { createLoader, createSerializer, type inferParserType, parseAsInteger, parseAsString, parseAsStringLiteral } from "nuqs/server";
import { filterOf } from "@/app/w/[workspace]/view";
import type { HealthRequest } from "@/lib/health/loaders";

export const HEALTH_DIMENSIONS = ["segment", "plan", "owner", "region", "stage"] as const;
export const SPANS = [7, 30, 90] as const;
export const STEPS = ["month", "day"] as const;

/** What the address of the health screen keeps. */
export const healthParams = {
  segment: parseAsString,
  plan: parseAsString,
  owner: parseAsString,
  region: parseAsString,
  stage: parseAsString,
  days: parseAsInteger.withDefault(30),
  step: parseAsStringLiteral(STEPS).withDefault("month"),
};

export type HealthParams = inferParserType<typeof healthParams>;

export const loadHealthParams = createLoader(healthParams);

/** The accounts of a band under the same filters. */
export const accountsAddress = createSerializer({ ...healthParams, band: parseAsString, sort: parseAsString });

export function healthAsked({ days, step, ...dimensions }: HealthParams): HealthRequest {
  return { where: filterOf(dimensions, HEALTH_DIMENSIONS), step, days: SPANS.find((span) => span === days) ?? 30 };
}
