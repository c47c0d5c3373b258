import "server-only";
import { type DimensionValue, dimensionValues } from "@/lib/accounts/data";
import { type HealthView, readHealth, readScorecards, type Scorecards } from "@/lib/health/data";
import type { Filter } from "@/lib/metrics/types";
import { can } from "@/lib/people/matrix";
import { now } from "@/lib/platform/clock";
import { withTenant } from "@/lib/platform/db";
import { requireScope } from "@/lib/platform/session";

type Place = { slug: string; name: string; currency: string; timeZone: string };

export type HealthRequest = { where: Filter; days: number; step: "month" | "day" };

export type HealthPage = {
  workspace: Place;
  me: string;
  values: DimensionValue[];
  request: HealthRequest;
  view: HealthView | null;
  asOf: string;
};

/** The accounts by health, as an address asks for them. */
export async function loadHealth(slug: string, request: HealthRequest): Promise<HealthPage> {
  const scope = await requireScope(slug, "/w/[workspace]/health");
  const { name, currency, timeZone, actor } = scope;
  const asOf = now();
  return withTenant(
    scope,
    async ({ sql }) => ({
      workspace: { slug, name, currency, timeZone },
      me: actor.email,
      values: await dimensionValues.read(sql, scope, { asOf }),
      request,
      view: await readHealth(sql, scope, request),
      asOf: asOf.toISOString(),
    }),
    "read",
  );
}

export type ScorecardsPage = Scorecards & { workspace: Place; values: DimensionValue[]; mayPublish: boolean };

export async function loadScorecards(slug: string): Promise<ScorecardsPage> {
  const scope = await requireScope(slug, "/w/[workspace]/health/scorecards");
  const { name, currency, timeZone, actor } = scope;
  return withTenant(
    scope,
    async ({ sql }) => ({
      workspace: { slug, name, currency, timeZone },
      values: await dimensionValues.read(sql, scope, { asOf: now() }),
      mayPublish: can(actor.role, "health.publish"),
      ...(await readScorecards(sql, scope)),
    }),
    "read",
  );
}
