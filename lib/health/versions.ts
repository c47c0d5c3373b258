import { BUILT_IN, HealthConfig } from "@/lib/health/config";
import type { Day } from "@/lib/kernel/period";
import type { Sql } from "@/lib/platform/db";

/** A set of scorecards and the local day from which it is in force. */
export type Version = {
  readonly number: number;
  readonly fromDay: Day;
  readonly config: HealthConfig;
  readonly note: string | null;
  readonly author: string;
  readonly publishedAt: string | null;
};

const FOUNDING: Version = { number: 0, fromDay: "0001-01-01", config: BUILT_IN, note: null, author: "Bellwether", publishedAt: null };

/** Every version, the built-in one (number 0) first. */
export async function readVersions(sql: Sql): Promise<readonly Version[]> {
  const rows = await sql<{ number: number; from_day: Day; config: unknown; note: string | null; author: string; published_at: Date }>(
    "SELECT number, from_day::text, config, note, author, published_at FROM app.health_version ORDER BY number",
  );
  const published = rows.map(({ number, from_day, config, note, author, published_at }) => ({
    number,
    fromDay: from_day,
    config: HealthConfig.parse(config),
    note,
    author,
    publishedAt: published_at.toISOString(),
  }));
  return [FOUNDING, ...published];
}

/** The days from which each published version is in force. */
export function listVersionDays(sql: Sql): Promise<{ number: number; fromDay: Day }[]> {
  return sql('SELECT number, from_day::text AS "fromDay" FROM app.health_version ORDER BY number');
}

/** The version in force at the end of a day: the last one published for it or before. */
export function versionOn(versions: readonly Version[], day: Day): Version {
  return versions.findLast(({ fromDay }) => fromDay <= day) ?? FOUNDING;
}
