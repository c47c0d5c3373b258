import { overridesSql } from "@/lib/accounts/overrides";
import { type Inputs, readInputs } from "@/lib/health/inputs";
import { MEASURES } from "@/lib/health/registry";
import { scoreOf } from "@/lib/health/score";
import { readVersions, versionOn } from "@/lib/health/versions";
import type { Band } from "@/lib/kernel/health-score";
import { addDays, type Day } from "@/lib/kernel/period";
import type { Sql } from "@/lib/platform/db";
import type { Scope } from "@/lib/platform/scope";

/** An account's health with its reasons. `contribution`s add up to the score; `band` is the computed one, whatever an override says beside it. */
export type Explained = {
  account: string;
  externalId: string;
  name: string;
  score: number | null;
  band: Band;
  coverage: number;
  measures: { id: string; value: number | null; score: number | null; weight: number; contribution: number | null; asOf: Day | null }[];
  override: { band: Band; reason: string; author: string; until: string } | null;
};

type Row = { id: string; external_id: string; name: string; override: Explained["override"] };

/**
 * Every account's health at the end of a local day, from what had happened by then, in the order of their external ids. One that is not scored then
 * (it had not begun, or was gone) has no score and no coverage.
 */
export async function explainHealth(sql: Sql, { timeZone }: Pick<Scope, "timeZone">, day: Day): Promise<Explained[]> {
  const { config } = versionOn(await readVersions(sql), day);
  const found = new Map((await readInputs(sql, { accounts: null, days: [day], timeZone })).map((inputs) => [inputs.accountId, inputs]));
  const rows = await sql<Row>(
    `SELECT a.id::text, a.external_id, a.name,
       CASE WHEN o.id IS NOT NULL THEN json_build_object('band', o.band, 'reason', o.reason, 'author', o.author, 'until', o.until_at) END AS override
     FROM app.account a LEFT JOIN (${overridesSql("(($1::text::date + 1)::timestamp AT TIME ZONE $2)")}) AS o ON o.account_id = a.id ORDER BY a.external_id, a.id`,
    [day, timeZone],
  );
  return rows.map(({ id, external_id, name, override }) => {
    const { score, band, coverage, parts } = scoreOf(found.get(id) ?? NOTHING, config);
    const measures = parts.map(({ age, ...part }) => ({ ...part, asOf: age === null ? null : addDays(day, -age) }));
    return { account: external_id, externalId: external_id, name, score, band, coverage, measures, override };
  });
}

const NOTHING: Omit<Inputs, "accountId" | "day"> = {
  tenureDays: 0,
  dimensions: {},
  inputs: MEASURES.map(() => null),
  ages: MEASURES.map(() => null),
};
