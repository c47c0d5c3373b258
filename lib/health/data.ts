import { type AccountHealth, readAccount } from "@/lib/health/account";
import { type BandPoint, readBandTrend, trendDays } from "@/lib/health/band-trend";
import type { Cell } from "@/lib/health/cells";
import type { HealthConfig } from "@/lib/health/config";
import type { MeasureFace } from "@/lib/health/measure";
import { readMoment } from "@/lib/health/moment";
import { explainMoved, type Mover } from "@/lib/health/movers";
import { type Flow, readPortfolio } from "@/lib/health/portfolio";
import { type Preview, readPreview } from "@/lib/health/preview";
import { MEASURES } from "@/lib/health/registry";
import { readVersions, type Version, versionOn } from "@/lib/health/versions";
import type { BandEdges } from "@/lib/kernel/health-score";
import type { Day } from "@/lib/kernel/period";
import { dayAt } from "@/lib/kernel/zone";
import type { Filter } from "@/lib/metrics/types";
import { now } from "@/lib/platform/clock";
import type { Sql } from "@/lib/platform/db";
import type { Scope } from "@/lib/platform/scope";

/** The accounts by health on the last day that is made. */
export type HealthSummary = {
  day: Day;
  at: string;
  stale: boolean;
  /** The edges in force, and the version they stand in. */
  bands: BandEdges;
  version: number;
  cells: Cell[];
  flows: Flow[];
  fell: Mover[];
  rose: Mover[];
};

export type HealthView = HealthSummary & { trend: BandPoint[] };

const MOST = 8;
const FEW = 4;

/** The accounts by health, what they pay, and who changed band in `days` days; null where no day is made. */
export async function readHealthSummary(
  sql: Sql,
  scope: Scope,
  { where, days, most = FEW }: { where: Filter; days: number; most?: number },
): Promise<HealthSummary | null> {
  const moment = await readMoment(sql, scope, now());
  if (moment === null) return null;
  const { day, at, stale } = moment;
  const versions = await readVersions(sql);
  const { number, config } = versionOn(versions, day);
  const { cells, flows, fell, rose } = await readPortfolio(sql, scope, { day, at, where, days, most });
  const movers = await explainMoved(sql, { moved: [...fell, ...rose], day, days, versions });
  return {
    ...{ day, stale, cells, flows },
    at: at.toISOString(),
    bands: config.bands,
    version: number,
    fell: movers.slice(0, fell.length),
    rose: movers.slice(fell.length),
  };
}

/** Everything the health screen shows. */
export async function readHealth(
  sql: Sql,
  scope: Scope,
  { where, days, step }: { where: Filter; days: number; step: "month" | "day" },
): Promise<HealthView | null> {
  const summary = await readHealthSummary(sql, scope, { where, days, most: MOST });
  if (summary === null) return null;
  const trend = await readBandTrend(sql, scope, { days: trendDays(summary.day, step), at: new Date(summary.at), where });
  return { ...summary, trend };
}

/** An account's health on the last day that is made, with why and how it came to be; null where it is not scored. */
export async function readAccountHealth(sql: Sql, scope: Scope, accountId: string): Promise<AccountHealth | null> {
  const moment = await readMoment(sql, scope, now());
  return moment === null ? null : readAccount(sql, scope, accountId, moment);
}

/** Every version with the built-in one, the newest first, and the one in force. */
export type Scorecards = { versions: Version[]; current: number; faces: MeasureFace[]; stale: boolean };

export async function readScorecards(sql: Sql, scope: Scope): Promise<Scorecards> {
  const versions = await readVersions(sql);
  const moment = await readMoment(sql, scope, now());
  return {
    versions: versions.toReversed(),
    current: versionOn(versions, dayAt(now(), scope.timeZone)).number,
    faces: MEASURES.map(({ face }) => face),
    stale: moment?.stale ?? true,
  };
}

/** What a draft would make of the last day that is made; null where none is. */
export async function readPreviewOf(sql: Sql, scope: Scope, { config }: { config: HealthConfig }): Promise<Preview | null> {
  const moment = await readMoment(sql, scope, now());
  return moment === null ? null : readPreview(sql, scope, moment, config);
}
