import { askedOf } from "@/lib/health/asked";
import { type GridRequest, gridSql } from "@/lib/health/grid";
import { MEASURES } from "@/lib/health/registry";
import { makeTold } from "@/lib/health/told";
import { DIMENSIONS } from "@/lib/kernel/dimension";
import type { Day } from "@/lib/kernel/period";
import { Parameters } from "@/lib/ledger/parameters";
import type { Sql } from "@/lib/platform/db";

/** What is known of an account on a day: each measure's value and its age in days, in the order of the measures; null is missing. */
export type Inputs = {
  readonly accountId: string;
  readonly day: Day;
  readonly tenureDays: number;
  readonly dimensions: { readonly [dimension in (typeof DIMENSIONS)[number]]?: string | null };
  readonly inputs: readonly (number | null)[];
  readonly ages: readonly (number | null)[];
};

type Row = { account_id: string; day: Day; tenure_days: number; inputs: string; ages: string } & Record<
  (typeof DIMENSIONS)[number],
  string | null
>;

/** Reads the inputs of every account and day asked for, ordered by account and day. */
export async function readInputs(sql: Sql, request: GridRequest): Promise<Inputs[]> {
  await makeInputs(sql, request);
  const rows = await sql<Row>(
    `SELECT account_id::text, day::text, i.tenure_days, ${DIMENSIONS.map((dimension) => `grid.${dimension}`).join(", ")}, i.inputs::text, i.ages::text
     FROM input AS i JOIN grid USING (account_id, day) ORDER BY i.account_id, i.day`,
  );
  return rows.map(({ account_id, day, tenure_days, inputs, ages, ...dimensions }) => ({
    accountId: account_id,
    day,
    tenureDays: tenure_days,
    dimensions,
    inputs: figuresOf(inputs),
    ages: figuresOf(ages),
  }));
}

/** The figures of an array as the database writes it. */
export function figuresOf(array: string): (number | null)[] {
  return array
    .slice(1, -1)
    .split(",")
    .map((figure) => (figure === "NULL" ? null : Number(figure)));
}

/**
 * Makes what is known of every account and day asked for a table of the transaction, `input` (n from 1, account_id, day, tenure_days, inputs, ages), in place of the
 * one before; so are `grid` and `told`, on which it stands, so that the planner knows how large they are. The transaction must be one that may write.
 */
export async function makeInputs(sql: Sql, request: GridRequest): Promise<void> {
  await makeGrid(sql, request);
  await makeTold(sql, request);
  const parameters = new Parameters();
  const asked = askedOf(request, parameters);
  const measures = MEASURES.map(
    ({ inputs }, place) =>
      `UNION ALL SELECT account_id, day, NULL, ${place}, value, day - told_on FROM (${inputs(asked)}) AS m${place} WHERE value IS NOT NULL`,
  );
  const each = (column: string) => MEASURES.map((_, place) => `max(${column}) FILTER (WHERE place = ${place})`).join(", ");
  await sql("DROP TABLE IF EXISTS pg_temp.input");
  // Put together by grouping and not by joining: a plan that takes a measure for one row would go through it again for every account and day.
  await sql(
    `CREATE TEMP TABLE input ON COMMIT DROP AS
SELECT row_number() OVER ()::int AS n, account_id, day, max(tenure_days) AS tenure_days, ARRAY[${each("value")}]::float8[] AS inputs, ARRAY[${each("age")}]::int[] AS ages
FROM (
  SELECT account_id, day, tenure_days, NULL::int AS place, NULL::float8 AS value, NULL::int AS age FROM grid
  ${measures.join("\n")}
) AS told GROUP BY account_id, day`,
    parameters.values,
  );
}

/** Makes the accounts and days asked for a table of the transaction, `grid`, in place of the one before, and lets it be planned for. */
export async function makeGrid(sql: Sql, request: GridRequest): Promise<void> {
  const parameters = new Parameters();
  const rows = gridSql(request, parameters);
  // Of all accounts the planner expects a few hundred rows where tens of thousands stand.
  await sql(`SET LOCAL enable_nestloop = ${request.accounts === null ? "off" : "on"}`);
  await sql("DROP TABLE IF EXISTS pg_temp.grid");
  await sql(`CREATE TEMP TABLE grid ON COMMIT DROP AS ${rows}`, parameters.values);
  await sql("ALTER TABLE pg_temp.grid ADD PRIMARY KEY (account_id, day)");
  await sql("ANALYZE pg_temp.grid (account_id, day, at, started_on)");
}
