import type { GridRequest } from "@/lib/health/grid";
import { readInputs } from "@/lib/health/inputs";
import { scoreOf } from "@/lib/health/score";
import { keepTold } from "@/lib/health/told";
import { type Version, versionOn } from "@/lib/health/versions";
import type { Sql } from "@/lib/platform/db";

/** Makes the days of health of some accounts (all where null) again, each by the version in force on it. Returns how many rows they have. */
export async function deriveDays(sql: Sql, request: GridRequest, versions: readonly Version[]): Promise<number> {
  await forget(sql, request);
  const found = await readInputs(sql, request);
  if (request.accounts === null) await keepTold(sql);
  const made = found.map((each) => {
    const { number, config } = versionOn(versions, each.day);
    const { card, score, coverage, band } = scoreOf(each, config); // and not its parts, which nobody keeps
    return { ...each, number, card, score, coverage, band };
  });
  await sql(
    `INSERT INTO app.health_day (workspace_id, account_id, day, version, card, score, coverage, band, tenure_days, inputs, ages)
     SELECT app.tenant(), account_id, day, version, card, score, coverage, band, tenure_days, inputs::float8[], ages::int[]
     FROM unnest($1::uuid[], $2::date[], $3::int[], $4::text[], $5::float8[], $6::float8[], $7::text[], $8::int[], $9::text[], $10::text[])
       AS made(account_id, day, version, card, score, coverage, band, tenure_days, inputs, ages)`,
    [
      array(made.map(({ accountId }) => accountId)),
      array(made.map(({ day }) => day)),
      array(made.map(({ number }) => number)),
      array(made.map(({ card }) => card)),
      array(made.map(({ score }) => score)),
      array(made.map(({ coverage }) => coverage)),
      array(made.map(({ band }) => band)),
      array(made.map(({ tenureDays }) => tenureDays)),
      array(made.map(({ inputs }) => `"${array(inputs)}"`)),
      array(made.map(({ ages }) => `"${array(ages)}"`)),
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

// Written here, and not by the driver, which looks at every letter: what stands in them needs no care.
function array(values: readonly (string | number | null)[]): string {
  return `{${values.map((value) => value ?? "NULL").join(",")}}`;
}
