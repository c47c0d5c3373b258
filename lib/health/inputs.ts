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

type Row = { account_id: string; day: Day; tenure_days: number; known: string | null } & Record<(typeof DIMENSIONS)[number], string | null>;

/**
 * Reads the inputs of every account and day asked for, ordered by account and day. The grid, and what the sources had told, become tables of the
 * transaction, so that the planner knows how large they are: the transaction must be one that may write.
 */
export async function readInputs(sql: Sql, request: GridRequest): Promise<Inputs[]> {
  await makeGrid(sql, request);
  await makeTold(sql, request);
  const parameters = new Parameters();
  const asked = askedOf(request, parameters);
  const each = MEASURES.map(({ inputs }) => inputs(asked));
  // Put together by grouping and not by joining: a plan that takes a measure for one row would go through it again for every account and day.
  const rows = await sql<Row>(
    `SELECT grid.account_id::text AS account_id, grid.day::text AS day, grid.tenure_days, ${DIMENSIONS.map((dimension) => `grid.${dimension}`).join(", ")}, each.known
FROM grid JOIN (
  SELECT account_id, day, string_agg(place || ' ' || value || ' ' || (day - told_on), ',') AS known
  FROM (SELECT account_id, day, NULL::int AS place, NULL::float8 AS value, NULL::date AS told_on FROM grid${each.map((measure, i) => `\nUNION ALL SELECT account_id, day, ${i}, value, told_on FROM (${measure}) AS m${i}`).join("")}) AS told
  GROUP BY account_id, day) AS each ON each.account_id = grid.account_id AND each.day = grid.day
ORDER BY grid.account_id, grid.day`,
    parameters.values,
  );
  return rows.map(({ account_id, day, tenure_days, known, ...dimensions }) => ({
    accountId: account_id,
    day,
    tenureDays: tenure_days,
    dimensions,
    ...figures(known),
  }));
}

// `place value age` of each measure that is known, in any order.
function figures(known: string | null): Pick<Inputs, "inputs" | "ages"> {
  const inputs: (number | null)[] = MEASURES.map(() => null);
  const ages: (number | null)[] = MEASURES.map(() => null);
  for (const one of known?.split(",") ?? []) {
    const [place, value, age] = one.split(" ");
    inputs[Number(place)] = Number(value);
    ages[Number(place)] = Number(age);
  }
  return { inputs, ages };
}

/** Makes the accounts and days asked for a table of the transaction, `grid`, in place of the one before. */
export async function makeGrid(sql: Sql, request: GridRequest): Promise<void> {
  const parameters = new Parameters();
  const rows = gridSql(request, parameters);
  await sql("DROP TABLE IF EXISTS pg_temp.grid");
  await sql(`CREATE TEMP TABLE grid ON COMMIT DROP AS ${rows}`, parameters.values);
  await sql("ALTER TABLE pg_temp.grid ADD PRIMARY KEY (account_id, day)");
  await sql("ANALYZE pg_temp.grid (account_id, day, at, started_on)");
}
