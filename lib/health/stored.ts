import type { Side } from "@/lib/health/change";
import { BUILT_IN } from "@/lib/health/config";
import type { Version } from "@/lib/health/versions";
import type { Band } from "@/lib/kernel/health-score";
import type { Day } from "@/lib/kernel/period";
import type { Sql } from "@/lib/platform/db";

/** An account's health on a day, as it was stored. */
export type StoredDay = Omit<Side, "config"> & {
  readonly accountId: string;
  readonly day: Day;
  readonly score: number | null;
  readonly coverage: number;
  readonly band: Band;
};

/** The stored days of some accounts, by account and day. */
export async function readStoredDays(
  sql: Sql,
  { accounts, days }: { accounts: readonly string[]; days: readonly Day[] },
): Promise<StoredDay[]> {
  return sql(
    `SELECT account_id::text AS "accountId", day::text AS day, version, card, score, coverage, band, tenure_days AS "tenureDays", to_json(inputs) AS inputs, to_json(ages) AS ages
     FROM app.health_day WHERE account_id = ANY($1::uuid[]) AND day = ANY($2::date[]) ORDER BY 1, 2`,
    [accounts, days],
  );
}

/** A stored day with the weights and limits it was made by. */
export function sideOf(stored: StoredDay, versions: readonly Version[]): Side {
  const { version, card, tenureDays, inputs, ages } = stored;
  return { version, card, tenureDays, inputs, ages, config: versions.find(({ number }) => number === version)?.config ?? BUILT_IN };
}
