import type { Sql } from "@/lib/platform/db";
import type { Scope } from "@/lib/platform/scope";
import { boundsOf } from "@/lib/summary/periods";
import type { Reported } from "@/lib/summary/reported/rules";

/** The month as it was reported; null where nobody has. */
export async function readReported(sql: Sql, scope: Scope, month: string): Promise<Reported | null> {
  const [found] = await sql<Reported>(
    `SELECT r.readings, r.sentences, coalesce(m.name, r.author) AS author, (r.at AT TIME ZONE $2::text)::date::text AS "on"
     FROM app.reported_month r LEFT JOIN app.member m ON m.email = r.author WHERE r.month = $1::date`,
    [boundsOf(month).start, scope.timeZone],
  );
  return found ?? null;
}

/** What is asked to be decided, and how often that was written; version 0 where nobody has. */
export type Asked = { texts: string[]; version: number };

export async function readAsked(sql: Sql, _scope: Scope, month: string): Promise<Asked> {
  const [found] = await sql<Asked>("SELECT texts, version FROM app.month_decision WHERE month = $1::date", [boundsOf(month).start]);
  return found ?? { texts: [], version: 0 };
}
