import type { GridRequest } from "@/lib/health/grid";
import { readInputs } from "@/lib/health/inputs";
import { scoreOf } from "@/lib/health/score";
import { type Version, versionOn } from "@/lib/health/versions";
import type { Sql } from "@/lib/platform/db";

/** Makes the days of health of some accounts (all where null) again, each by the version in force on it. Returns how many rows they have. */
export async function deriveDays(sql: Sql, request: GridRequest, versions: readonly Version[]): Promise<number> {
  await forget(sql, request);
  const found = await readInputs(sql, request);
  const made = found.map((each) => {
    const { number, config } = versionOn(versions, each.day);
    return { ...each, number, ...scoreOf(each, config) };
  });
  await sql(
    `INSERT INTO app.health_day (workspace_id, account_id, day, version, card, score, coverage, band, tenure_days, inputs, ages)
     SELECT app.tenant(), account_id, day, version, card, score, coverage, band, tenure_days, inputs::float8[], ages::int[]
     FROM unnest($1::uuid[], $2::date[], $3::int[], $4::text[], $5::float8[], $6::float8[], $7::text[], $8::int[], $9::text[], $10::text[])
       AS made(account_id, day, version, card, score, coverage, band, tenure_days, inputs, ages)`,
    [
      made.map(({ accountId }) => accountId),
      made.map(({ day }) => day),
      made.map(({ number }) => number),
      made.map(({ card }) => card),
      made.map(({ score }) => score),
      made.map(({ coverage }) => coverage),
      made.map(({ band }) => band),
      made.map(({ tenureDays }) => tenureDays),
      made.map(({ inputs }) => list(inputs)),
      made.map(({ ages }) => list(ages)),
    ],
  );
  return made.length;
}

async function forget(sql: Sql, { accounts, days }: GridRequest): Promise<void> {
  await sql("DELETE FROM app.health_day WHERE day = ANY($1::date[]) AND ($2::uuid[] IS NULL OR account_id = ANY($2::uuid[]))", [
    days,
    accounts,
  ]);
}

function list(values: readonly (number | null)[]): string {
  return `{${values.map((value) => value ?? "NULL").join(",")}}`;
}
