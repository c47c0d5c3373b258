import type { HealthConfig } from "@/lib/health/config";
import type { GridRequest } from "@/lib/health/grid";
import { figuresOf, makeInputs } from "@/lib/health/inputs";
import { verdictOf } from "@/lib/health/score";
import { keepTold } from "@/lib/health/told";
import { type Version, versionOn } from "@/lib/health/versions";
import { DIMENSIONS } from "@/lib/kernel/dimension";
import type { Day } from "@/lib/kernel/period";
import type { Sql } from "@/lib/platform/db";

/** Account-days scored at one go: pages and other jobs of this process have a turn in between. */
const TURN = 12_000;

/** Makes the days of health of some accounts (all where null) again, each by the version in force on it. Returns how many rows they have. */
export async function deriveDays(sql: Sql, request: GridRequest, versions: readonly Version[]): Promise<number> {
  await forget(sql, request);
  await makeInputs(sql, request);
  if (request.accounts === null) await keepTold(sql);
  const { scores, coverages, kinds, known } = await scored(sql, versions);
  // What was read stands in the database still; only what came of it goes there.
  await sql(
    `INSERT INTO app.health_day (workspace_id, account_id, day, version, card, score, coverage, band, tenure_days, inputs, ages)
     SELECT app.tenant(), input.account_id, input.day, kind.version, kind.card, made.score, made.coverage, kind.band, input.tenure_days, input.inputs, input.ages
     FROM input JOIN unnest($1::float8[], $2::float8[], $3::int[]) WITH ORDINALITY AS made(score, coverage, kind, n) ON made.n = input.n
     JOIN unnest($4::int[], $5::text[], $6::text[]) WITH ORDINALITY AS kind(version, card, band, n) ON kind.n = made.kind`,
    [
      array(scores),
      array(coverages),
      array(kinds),
      known.map(({ version }) => version),
      known.map(({ card }) => card),
      known.map(({ band }) => band),
    ],
  );
  return scores.length;
}

type Row = { day: Day; tenure_days: number; inputs: string } & Partial<Record<(typeof DIMENSIONS)[number], string | null>>;

type Kind = { readonly version: number; readonly card: string; readonly band: string };

type Scores = {
  /** In the order of the table `input`. */
  readonly scores: (number | null)[];
  readonly coverages: number[];
  /** The place, from 1, in `known`. */
  readonly kinds: number[];
  readonly known: Kind[];
};

async function scored(sql: Sql, versions: readonly Version[]): Promise<Scores> {
  const made: Scores = { scores: [], coverages: [], kinds: [], known: [] };
  const places = new Map<string, number>();
  const dimensions = DIMENSIONS.filter((dimension) => versions.some(({ config }) => asks(config, dimension)));
  const source =
    dimensions.length === 0
      ? "input"
      : `input JOIN (SELECT account_id, day, ${dimensions.join(", ")} FROM grid) AS grid USING (account_id, day)`;
  for (;;) {
    const after = made.scores.length;
    const rows = await sql<Row>(
      `SELECT day::text, tenure_days, inputs::text${dimensions.map((dimension) => `, ${dimension}`).join("")} FROM ${source} WHERE n > $1 AND n <= $2 ORDER BY n`,
      [after, after + TURN],
    );
    for (const row of rows) {
      const { number: version, config } = versionOn(versions, row.day);
      const { card, score, coverage, band } = verdictOf(
        { dimensions: row, inputs: figuresOf(row.inputs), tenureDays: row.tenure_days },
        config,
      );
      const key = `${version} ${band} ${card}`;
      const place = places.get(key) ?? made.known.push({ version, card, band });
      places.set(key, place);
      made.scores.push(score);
      made.coverages.push(coverage);
      made.kinds.push(place);
    }
    if (rows.length < TURN) return made;
  }
}

function asks({ cards }: HealthConfig, dimension: (typeof DIMENSIONS)[number]): boolean {
  return cards.some(({ match }) => match?.dimension === dimension);
}

async function forget(sql: Sql, { accounts, days }: GridRequest): Promise<void> {
  await sql("DELETE FROM app.health_day WHERE day = ANY($1::date[]) AND ($2::uuid[] IS NULL OR account_id = ANY($2::uuid[]))", [
    days,
    accounts,
  ]);
}

// Written here, and not by the driver, which looks at every letter: what stands in them needs no care.
function array(values: readonly (number | null)[]): string {
  return `{${values.map((value) => value ?? "NULL").join(",")}}`;
}
