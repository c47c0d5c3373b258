import { latestFirst } from "@/lib/health/back-test/lists";
import { readSpells, spellOn, wasThere } from "@/lib/health/back-test/spells";
import type { HealthConfig } from "@/lib/health/config";
import type { Inputs } from "@/lib/health/inputs";
import { addDays, addMonths, type Day } from "@/lib/kernel/period";
import { dayAt } from "@/lib/kernel/zone";
import type { Sql } from "@/lib/platform/db";
import type { Scope } from "@/lib/platform/scope";

/** How far ahead a score is held against what happened. */
export const AHEAD_DAYS = 90;
/** How far back before a churn the days of health are read. */
export const BEFORE_DAYS = 180;

/** So many observations at most: the latest months that hold no more, and a year at least. */
const MOST_POINTS = 150_000;
const MOST_MONTHS = 240;
const MOST_CHURNS = 500;

/** What makes an account's score on a day. */
export type Known = Omit<Inputs, "ages">;

/** A paying account at the end of a month: what was known of it then, what it paid, and the day on which it left within the 90 days after, if it did. */
export type Point = Known & { readonly mrr: number | null; readonly churnedOn: Day | null };

/** An account that left, with its days of health in the 180 days before, oldest first; the latest 500. */
export type Churn = { readonly accountId: string; readonly day: Day; readonly days: readonly Known[] };

export type History = {
  readonly points: readonly Point[];
  /** Observations whose 90 days are not over, and so say nothing yet. */
  readonly waiting: number;
  readonly churns: readonly Churn[];
  /** How many left since the first observation, whether or not they were scored. */
  readonly left: number;
};

/**
 * What health was known at the end of each month and what came of it, up to `asOf`. Every input is as it was stored for that day, so nothing dated
 * later is in it. Churn: MRR above 0 at the observation falls to 0 on one of the 90 days after, and is not back by the end of that month. Observations whose 90 days are not over are left
 * out, also where the account has left already: else the latest months would hold only those who leave.
 *
 * Of what an account was, only the dimensions are read by which the scorecards are chosen. Ordered by day and account.
 */
export async function readHistory(
  sql: Sql,
  scope: Pick<Scope, "timeZone">,
  { asOf, config }: { asOf: Date; config: HealthConfig },
): Promise<History> {
  const today = dayAt(asOf, scope.timeZone);
  const known = new KnownRows(scope.timeZone, config);
  const spells = await readSpells(sql, asOf);
  const months = Math.min(MOST_MONTHS, Math.max(12, Math.floor(MOST_POINTS / Math.max(1, spells.size))));
  const rows = await known.atMonthEnds(sql, addMonths(`${today.slice(0, 7)}-01`, -months), today);
  const paying = rows.flatMap((row): Point[] => {
    const spell = spellOn(spells.get(row.accountId), row.day);
    if (spell === undefined) return [];
    return [{ ...row, churnedOn: spell.untilDay !== null && spell.untilDay <= addDays(row.day, AHEAD_DAYS) ? spell.untilDay : null }];
  });
  const points = paying.filter(({ day }) => addDays(day, AHEAD_DAYS) < today);
  const first = paying[0]?.day ?? today;
  const left = [...spells.values()]
    .flat()
    .filter(wasThere)
    .flatMap(({ accountId, untilDay }) => (untilDay !== null && untilDay > first ? [{ accountId, day: untilDay }] : []))
    .sort(latestFirst);
  const churns = await known.beforeChurns(sql, left.slice(0, MOST_CHURNS));
  return { points, waiting: paying.length - points.length, left: left.length, churns };
}

type Told = readonly [
  accountId: string,
  day: Day,
  tenureDays: number,
  inputs: (number | null)[],
  dimensions: Record<string, string | null>,
  more: number | null,
];

/** Reads days of health as one value: tens of thousands of rows of many columns take the driver longer than the database. */
class KnownRows {
  private readonly dimensions: readonly string[];

  constructor(
    private readonly timeZone: string,
    { cards }: HealthConfig,
  ) {
    this.dimensions = [...new Set(cards.flatMap(({ match }) => match?.dimension ?? []))];
  }

  async atMonthEnds(sql: Sql, from: Day, before: Day): Promise<(Known & { mrr: number | null })[]> {
    const told = await this.read(sql, {
      more: "m.closing::float8",
      rows: `app.health_day h LEFT JOIN app.account_month m ON m.account_id = h.account_id AND m.month = date_trunc('month', h.day)::date`,
      where: "h.day >= $1::date AND h.day < $2::date AND extract(day FROM h.day + 1) = 1",
      parameters: [from, before],
    });
    return told.map((each) => ({ ...knownOf(each), mrr: each[5] }));
  }

  async beforeChurns(sql: Sql, left: readonly { accountId: string; day: Day }[]): Promise<Churn[]> {
    const told = await this.read(sql, {
      more: "c.place",
      rows: `unnest($1::uuid[], $2::date[]) WITH ORDINALITY AS c(account_id, gone, place)
        JOIN app.health_day h ON h.account_id = c.account_id AND h.day < c.gone AND h.day >= c.gone - ${BEFORE_DAYS}`,
      where: "true",
      parameters: [left.map(({ accountId }) => accountId), left.map(({ day }) => day)],
    });
    const days: Known[][] = left.map(() => []);
    for (const each of told) days[(each[5] ?? 0) - 1]?.push(knownOf(each));
    return left.map((churn, i) => ({ ...churn, days: days[i] ?? [] }));
  }

  private async read(
    sql: Sql,
    { more, rows, where, parameters }: { more: string; rows: string; where: string; parameters: readonly unknown[] },
  ): Promise<Told[]> {
    const named = this.dimensions.map((dimension) => `'${dimension}', d.${dimension}`).join(", ");
    const at = `(h.day + 1)::timestamp AT TIME ZONE $${parameters.length + 1}::text`;
    const was =
      this.dimensions.length === 0
        ? ""
        : `LEFT JOIN app.account_dimension d ON d.account_id = h.account_id AND d.from_at < ${at} AND ${at} <= d.until_at`;
    const [row] = await sql<{ told: Told[] | null }>(
      `SELECT json_agg(json_build_array(h.account_id, h.day, h.tenure_days, h.inputs, json_build_object(${named}), ${more}) ORDER BY h.day, h.account_id) AS told
       FROM ${rows} ${was} WHERE ${where}`,
      was === "" ? parameters : [...parameters, this.timeZone],
    );
    return row?.told ?? [];
  }
}

function knownOf([accountId, day, tenureDays, inputs, dimensions]: Told): Known {
  return { accountId, day, tenureDays, inputs, dimensions };
}
