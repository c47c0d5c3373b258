import type { Kind, Reference } from "@/lib/imports/kind";
import type { Prepared, Reject, Row } from "@/lib/imports/prepared";
import type { Sql } from "@/lib/platform/db";
import type { Reason } from "@/lib/platform/reason";

type Found = { ref: string; id: string; n: number };
type Ready = Extract<Prepared, { row: Row }>;

const NOUN = { accounts: "account", subscriptions: "subscription" } as const;

// An account that was merged away is found under its old external id too.
const PLACES = {
  accounts: "SELECT source, external_id, id FROM app.account UNION ALL SELECT source, external_id, account_id FROM app.account_alias",
  subscriptions: "SELECT source, external_id, id FROM app.subscription",
} as const;

/** Finds the ids that rows refer to: within the source first, else anywhere if exactly one record has that external id. */
export async function resolve(sql: Sql, source: string, kind: Kind, rows: readonly Ready[]): Promise<(row: Ready) => string[] | Reject> {
  const known = await Promise.all(kind.references.map((reference) => lookUp(sql, source, reference, rows)));
  return (ready) => {
    const ids: string[] = [];
    for (const [index, reference] of kind.references.entries()) {
      const named = String(ready.row[reference.field]);
      const id = known[index]?.get(named);
      if (typeof id !== "string") return rejected(ready, reference, named, id === null ? "ambiguous" : "unknown");
      ids.push(id);
    }
    return ids;
  };
}

function rejected({ line, cells }: Ready, reference: Reference, named: string, fault: "unknown" | "ambiguous"): Reject {
  const noun = NOUN[reference.to];
  const reason = `${fault}-${noun}` satisfies Reason;
  const detail = fault === "unknown" ? `there is no ${noun} called ${named}` : `more than one ${noun} is called ${named}`;
  return { line, cells, reason, detail };
}

/** The id behind each name; null where several records share it. */
async function lookUp(sql: Sql, source: string, { field, to }: Reference, rows: readonly Ready[]): Promise<Map<string, string | null>> {
  const names = [...new Set(rows.map(({ row }) => String(row[field])))];
  const own = await sql<Found>(
    `SELECT external_id AS ref, id::text AS id, 1 AS n FROM (${PLACES[to]}) p WHERE source = $1 AND external_id = ANY($2::text[])`,
    [source, names],
  );
  const found = new Map<string, string | null>(own.map(({ ref, id }) => [ref, id]));
  const missing = names.filter((name) => !found.has(name));
  if (missing.length === 0) return found;
  const others = await sql<Found>(
    `SELECT external_id AS ref, min(id::text) AS id, count(DISTINCT id)::int AS n FROM (${PLACES[to]}) p WHERE external_id = ANY($1::text[]) GROUP BY external_id`,
    [missing],
  );
  for (const { ref, id, n } of others) found.set(ref, n === 1 ? id : null);
  return found;
}
