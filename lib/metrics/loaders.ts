import type { MemberScope } from "@/lib/platform/scope";
import "server-only";
import { notFound } from "next/navigation";
import { type DimensionValue, dimensionValues } from "@/lib/accounts/data";
import type { Dimension } from "@/lib/kernel/dimension";
import { parsePeriod } from "@/lib/kernel/period";
import { type MetricScreen, readMetricScreen, readRows, readSpan, type Span } from "@/lib/metrics/data";
import { readMetrics } from "@/lib/metrics/read";
import { findMetric, metrics } from "@/lib/metrics/registry";
import { type ShownMetric, shownMetric } from "@/lib/metrics/rows-face";
import type { CohortsRequest, MetricRequest, RowsRequest, UsageRequest } from "@/lib/metrics/schema";
import type { EvidencePage, Reading } from "@/lib/metrics/types";
import { type CohortScreen, readCohortScreen, readUsageScreen, type UsageScreen } from "@/lib/metrics/usage-screen";
import { now } from "@/lib/platform/clock";
import { type Sql, withTenant } from "@/lib/platform/db";
import { Recent } from "@/lib/platform/recent";
import { requireScope } from "@/lib/platform/session";

/** What every screen with filters needs to draw them. */
export type Frame = {
  workspace: { slug: string; name: string; currency: string; timeZone: string };
  me: string;
  span: Span;
  values: DimensionValue[];
};

export type UsagePage = Frame & { faces: ShownMetric[]; request: UsageRequest; data: UsageScreen };

/** The screen of use as an address asks for it. */
export async function loadUsage(
  slug: string,
  asked: Omit<UsageRequest, "workspace" | "period"> & { period: string | null },
): Promise<UsagePage> {
  const scope = await requireScope(slug, "/w/[workspace]/usage");
  return withTenant(
    scope,
    async ({ sql }) => {
      const frame = await readFrame(sql, scope);
      const request = { ...asked, workspace: slug, period: knownPeriod(asked.period) ?? frame.span.opensAt };
      return { ...frame, faces: shownFaces(), request, data: await readUsageScreen(sql, scope, request) };
    },
    "read",
  );
}

export type CohortsPage = Pick<Frame, "workspace"> & { request: CohortsRequest; data: CohortScreen };

/** Retention by month of first paid MRR. */
export async function loadCohorts(slug: string, months: CohortsRequest["months"]): Promise<CohortsPage> {
  const scope = await requireScope(slug, "/w/[workspace]/cohorts");
  const request = { workspace: slug, months };
  return withTenant(
    scope,
    async ({ sql }) => ({ workspace: (await readFrame(sql, scope)).workspace, request, data: await readCohortScreen(sql, scope, request) }),
    "read",
  );
}

export type MetricsPage = Frame & { faces: ShownMetric[]; readings: Reading[]; period: string; asOf: string };

/** Every metric with its figure over the period the screens open at. */
export async function loadMetrics(slug: string): Promise<MetricsPage> {
  const scope = await requireScope(slug, "/w/[workspace]/metrics");
  return withTenant(
    scope,
    async ({ sql }) => {
      const frame = await readFrame(sql, scope);
      const { metrics: readings, asOf } = await readMetrics(sql, scope, { period: frame.span.opensAt });
      return { ...frame, faces: shownFaces(), readings, period: frame.span.opensAt, asOf };
    },
    "read",
  );
}

export type MetricPage = Frame & {
  face: ShownMetric;
  faces: ShownMetric[];
  request: MetricRequest;
  rowsRequest: RowsRequest;
  data: MetricScreen;
  rows: EvidencePage;
  /** The dimension it is split by where the address names none: the first that divides it. */
  opensBy: Dimension | null;
};

type AskedMetric = Omit<MetricRequest, "workspace" | "period"> & { period: string | null; search: string; sort: RowsRequest["sort"] };

/** One metric as an address asks for it, with the first page of its rows. */
export async function loadMetric(slug: string, { search, sort, ...asked }: AskedMetric): Promise<MetricPage> {
  const scope = await requireScope(slug, "/w/[workspace]/metrics/[metricId]");
  const metric = findMetric(asked.id);
  if (!metric) notFound();
  const face = shownMetric(metric, findMetric);
  return withTenant(
    scope,
    async ({ sql }) => {
      const frame = await readFrame(sql, scope);
      const opensBy = face.dimensions.find((dimension) => frame.values.filter((value) => value.dimension === dimension).length > 1) ?? null;
      const request = {
        ...asked,
        by: face.dimensions.find((dimension) => dimension === asked.by) ?? opensBy,
        workspace: slug,
        period: knownPeriod(asked.period) ?? frame.span.opensAt,
      };
      const rowsRequest = { workspace: slug, id: request.id, period: request.period, where: request.where, search, sort, after: null };
      return {
        ...frame,
        face,
        faces: shownFaces(),
        request,
        rowsRequest,
        opensBy,
        data: await readMetricScreen(sql, scope, request),
        rows: await readRows(sql, scope, rowsRequest),
      };
    },
    "read",
  );
}

/** What a screen with filters is given, whatever it shows. */
export async function readFrame(sql: Sql, scope: MemberScope): Promise<Frame> {
  const { slug, name, currency, timeZone, actor } = scope;
  const asOf = now();
  return {
    workspace: { slug, name, currency, timeZone },
    me: actor.email,
    span: await spans.read(sql, scope, { asOf }),
    values: await dimensionValues.read(sql, scope, { asOf }),
  };
}

const spans = new Recent(readSpan);

// An address may say anything; what is no period opens the screen where it opens without one.
export function knownPeriod(period: string | null): string | null {
  return period !== null && parsePeriod(period) !== null ? period : null;
}

/** Every metric as screens show it. */
export function shownFaces(): ShownMetric[] {
  return metrics.map((metric) => shownMetric(metric, findMetric));
}
