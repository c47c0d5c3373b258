import { filteredSql, type StandingRequest } from "@/lib/health/standing";
import type { Day } from "@/lib/kernel/period";
import { dayAt } from "@/lib/kernel/zone";
import { Parameters } from "@/lib/ledger/parameters";
import type { Sql } from "@/lib/platform/db";
import type { Scope } from "@/lib/platform/scope";
import { readPortfolioCells, readTaskLoad } from "@/lib/portfolio/data";
import { linesOf, type OwnerLine, type QuarterRisk, riskByQuarter } from "@/lib/portfolio/rules";
import { quarterOf } from "@/lib/renewals/calendar";

/** Who looks after what now, and how much of it is at risk, by when it renews; `quarter` is the current one's first day. */
export type Book = { quarter: Day; risk: QuarterRisk[]; lines: OwnerLine[] };

/** The book of some accounts at an instant. Work is that on those accounts. */
export async function readBook(sql: Sql, scope: Scope, { at, where }: Pick<StandingRequest, "at" | "where">): Promise<Book> {
  const accounts = await accountsIn(sql, { at, where });
  const cells = await readPortfolioCells(sql, scope, { owners: null, accounts }, at);
  const tasks = await readTaskLoad(sql, scope, { owners: null, accounts }, at);
  return { quarter: quarterOf(dayAt(at, scope.timeZone)), risk: riskByQuarter(cells), lines: linesOf(cells, tasks) };
}

async function accountsIn(sql: Sql, request: Pick<StandingRequest, "at" | "where">): Promise<string[] | null> {
  const parameters = new Parameters();
  const filtered = filteredSql(request, parameters);
  if (filtered === null) return null;
  const rows = await sql<{ id: string }>(`SELECT account_id::text AS id FROM (${filtered}) AS filtered`, parameters.values);
  return rows.map(({ id }) => id);
}
