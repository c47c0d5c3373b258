import { type Kind, type Reference, referenceColumns } from "@/lib/imports/kind";
import type { Reject } from "@/lib/imports/prepared";
import type { Sql } from "@/lib/platform/db";
import type { Reason } from "@/lib/platform/reason";

type Record = { readonly id: string; readonly account: string; readonly since: Date | null };

/** A row with the external ids it names, in the order of its kind's references; empty where it names none. */
type Naming = Pick<Reject, "line" | "cells"> & { readonly named: readonly string[]; readonly at: Date | null };

/** The ids a row refers to, in the order of its kind's reference columns. */
export type Ids = readonly (string | null)[];

const NOUN = { accounts: "account", subscriptions: "subscription", contacts: "contact", tickets: "ticket" } as const;

// An account that was merged away is found under its old external id too.
const PLACES = {
  accounts: `SELECT source, external_id, id, id AS account_id, NULL::timestamptz AS since FROM app.account
    UNION ALL SELECT source, external_id, account_id, account_id, NULL FROM app.account_alias`,
  subscriptions: "SELECT source, external_id, id, account_id, started_at AS since FROM app.subscription",
  contacts: "SELECT source, external_id, id, account_id, NULL::timestamptz AS since FROM app.contact",
  tickets: "SELECT source, external_id, id, account_id, opened_at AS since FROM app.ticket",
} as const;

/** Finds the ids that rows refer to: within the source first, else anywhere if exactly one record has that external id. */
export async function resolve(sql: Sql, source: string, kind: Kind, rows: readonly Naming[]): Promise<(row: Naming) => Ids | Reject> {
  const known: Map<string, Record | null>[] = [];
  for (const [index, { to }] of kind.references.entries()) known.push(await lookUp(sql, source, to, namesAt(index, rows)));
  const columns = referenceColumns(kind);
  return (row) => {
    const ids = new Map<string, string>();
    for (const [index, reference] of kind.references.entries()) {
      const named = row.named[index];
      if (!named) continue;
      const found = known[index]?.get(named);
      if (!found) return rejected(row, reference, found === null ? `more than one ${NOUN[reference.to]} is called ${named}` : null, named);
      const { column, lends, notBefore } = reference;
      if (notBefore !== undefined && found.since !== null && row.at !== null && row.at < found.since) return early(row, reference, named);
      if (column !== undefined) ids.set(column, found.id);
      if (lends === undefined) continue;
      const owner = ids.get(lends) ?? found.account;
      if (column === undefined && owner !== found.account) return rejected(row, reference, null, `${named} of that account`);
      ids.set(lends, owner);
    }
    return columns.map((column) => ids.get(column) ?? null);
  };
}

function rejected({ line, cells }: Naming, { to }: Reference, several: string | null, named: string): Reject {
  const reason = `${several === null ? "unknown" : "ambiguous"}-${NOUN[to]}` satisfies Reason;
  return { line, cells, reason, detail: several ?? `there is no ${NOUN[to]} called ${named}` };
}

function early({ line, cells }: Naming, { to, notBefore }: Reference, named: string): Reject {
  return { line, cells, reason: "end-before-start", detail: `${notBefore}: before ${NOUN[to]} ${named} began` };
}

/** The record behind each name; null where several share it. */
async function lookUp(sql: Sql, source: string, to: Reference["to"], names: readonly string[]): Promise<Map<string, Record | null>> {
  const found = new Map<string, Record | null>();
  if (names.length === 0) return found;
  const own = await sql<Record & { ref: string }>(
    `SELECT external_id AS ref, id::text AS id, account_id::text AS account, since FROM (${PLACES[to]}) p WHERE source = $1 AND external_id = ANY($2::text[])`,
    [source, names],
  );
  for (const { ref, ...record } of own) found.set(ref, record);
  const missing = names.filter((name) => !found.has(name));
  if (missing.length === 0) return found;
  const others = await sql<Record & { ref: string; n: number }>(
    `SELECT external_id AS ref, min(id::text) AS id, min(account_id::text) AS account, min(since) AS since, count(DISTINCT id)::int AS n
     FROM (${PLACES[to]}) p WHERE external_id = ANY($1::text[]) GROUP BY external_id`,
    [missing],
  );
  for (const { ref, n, ...record } of others) found.set(ref, n === 1 ? record : null);
  return found;
}

function namesAt(index: number, rows: readonly Naming[]): string[] {
  return [...new Set(rows.flatMap(({ named }) => named[index] || []))];
}
