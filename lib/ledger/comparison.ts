import { type Sql, withTenantConnection } from "@/lib/platform/db";
import type { Scope } from "@/lib/platform/scope";

/** How many rows a table has, and how many stand on one side only where it was compared with what is made of the records now. */
export type Compared = { rows: number; different: number };

/** Gives back what work found, and takes back whatever it changed. */
export function withoutTrace<T>(scope: Scope, work: (sql: Sql) => Promise<T>): Promise<T> {
  return withTenantConnection(scope, async ({ sql }) => {
    await sql("SAVEPOINT untouched");
    const found = await work(sql);
    await sql("ROLLBACK TO SAVEPOINT untouched");
    return found;
  });
}

/** Compares two tables of the same columns, row by row; the rows counted are those of the first. */
export async function compareRows(sql: Sql, one: string, other: string): Promise<Compared> {
  const only = (here: string, there: string) => countRows(sql, `(SELECT * FROM ${here} EXCEPT ALL SELECT * FROM ${there})`);
  return { rows: await countRows(sql, one), different: (await only(one, other)) + (await only(other, one)) };
}

export async function countRows(sql: Sql, from: string): Promise<number> {
  const [row] = await sql<{ rows: number }>(`SELECT count(*)::int AS rows FROM ${from} AS counted`);
  return row?.rows ?? 0;
}
