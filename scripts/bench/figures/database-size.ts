import { withTenantConnection } from "@/lib/platform/db";
import type { Figures } from "../measure";

const MEGABYTE = 1_048_576;
const MOST = 8;

export const databaseSize: Figures = {
  id: "database-size",
  what: "The database with its indexes, and the largest tables of it",
  async read({ scope }) {
    const rows = await withTenantConnection(
      scope,
      ({ sql }) =>
        sql<{ name: string; value: number }>(
          `SELECT 'all of it' AS name, pg_database_size(current_database())::float8 / $1::float8 AS value
           UNION ALL (SELECT relname, pg_total_relation_size(c.oid)::float8 / $1::float8 FROM pg_class c WHERE relnamespace = 'app'::regnamespace AND relkind = 'r' ORDER BY 2 DESC LIMIT $2::int)`,
          [MEGABYTE, MOST],
        ),
      "read",
    );
    return rows.map((row) => ({ ...row, unit: "MB" }));
  },
};
