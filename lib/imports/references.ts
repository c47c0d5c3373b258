import type { Kind, Reference } from "@/lib/imports/kind";
import type { Reject } from "@/lib/imports/prepared";
import type { Sql } from "@/lib/platform/db";
import type { Reason } from "@/lib/platform/reason";

type Found = { ref: string; id: string; n: number };

/** A row with the external ids it names, in the order of its kind's references. */
type Naming = Pick<Reject, "line" | "cells"> & { readonly named: readonly string[] };

const NOUN = { accounts: "account", subscriptions: "subscription" } as const;

// An account that was merged away is found under its old external id too.
const PLACES = {
  accounts: "SELECT source, external_id, id FROM app.account UNION ALL SELECT source, external_id, account_id FROM app.account_alias",
  subscriptions: "SELECT source, external_id, id FROM app.subscription",
} as const;

/** Finds the ids that rows refer to: within the source first, else anywhere if exactly one record has that external id. */
export async function resolve(sql: Sql, source: string, kind: Kind, rows: readonly Naming[]): Promise<(row: Naming) => string[] | Reject> {
  const known: Map<string, string | null>[] = [];
  for (const [index, { to }] of kind.references.entries()) known.push(await lookUp(sql, source, to, namesAt(index, rows)));
  return (row) => {
    const ids: string[] = [];
    for (const [index, reference] of kind.references.entries()) {
      const named = row.named[index] ?? "";
      const id = known[index]?.get(named);
      if (typeof id !== "string") return rejected(row, reference, named, id === null ? "ambiguous" : "unknown");
      ids.push(id);
    }
    return ids;
  };
}

function rejected({ line, cells }: Naming, reference: Reference, named: string, fault: "unknown" | "ambiguous"): Reject {
  const noun = NOUN[reference.to];
  const reason = `${fault}-${noun}` satisfies Reason;
  const detail = fault === "unknown" ? `there is no ${noun} called ${named}` : `more than one ${noun} is called ${named}`;
  return { line, cells, reason, detail };
}

/** The id behind each name; null where several records share it. */
async function lookUp(sql: Sql, source: string, to: Reference["to"], names: readonly string[]): Promise<Map<string, string | null>> {
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

function namesAt(index: number, rows: readonly Naming[]): string[] {
  return [...new Set(rows.map(({ named }) => named[index] ?? ""))];
}
