import { Parameters } from "@/lib/ledger/parameters";
import { wholeCuts } from "@/lib/ledger/rollups";
import { ACCOUNT_COLUMNS, cutsSql, dimensionsAt } from "@/lib/metrics/relations/cuts";
import { checkPeriod } from "@/lib/metrics/request";
import { filterSql } from "@/lib/metrics/sums";
import type { Filter } from "@/lib/metrics/types";
import type { Sql } from "@/lib/platform/db";
import type { Scope } from "@/lib/platform/scope";

/** Something a customer wrote beside a score; of no account where it is anonymous. */
export type Word = {
  id: string;
  accountId: string | null;
  name: string | null;
  kind: "nps" | "csat" | "ces";
  score: number | null;
  scale: number;
  comment: string;
  day: string;
};

type Request = { period: string; where: Filter; asOf: Date; limit: number };

/** The newest words of a period, newest first. */
export async function listNewestWords(sql: Sql, scope: Scope, { period, where, asOf, limit }: Request): Promise<Word[]> {
  const parameters = new Parameters();
  const cuts = cutsSql({ cuts: wholeCuts([checkPeriod(period)]), asOf, scope }, parameters);
  const zone = parameters.place(scope.timeZone, "text");
  return sql<Word>(
    `SELECT r.id::text AS id, r.account_id::text AS "accountId", a.name, r.kind, r.score::int AS score, r.scale::int AS scale, r.comment,
       (r.answered_at AT TIME ZONE ${zone})::date::text AS day
     FROM (SELECT s.*, ${ACCOUNT_COLUMNS} FROM (${cuts}) AS cut
       JOIN app.survey_response s ON s.answered_at >= cut.start_at AND s.answered_at < cut.end_at AND s.comment IS NOT NULL
       ${dimensionsAt("s", "cut.of_end_at")}) AS r
     LEFT JOIN app.account a ON a.id = r.account_id ${filterSql(where, parameters)} ORDER BY r.answered_at DESC, r.id LIMIT ${parameters.place(limit, "int")}`,
    parameters.values,
  );
}
