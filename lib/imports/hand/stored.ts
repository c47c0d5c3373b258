import type { HandKind } from "@/lib/imports/hand/forms";
import { type Field, type Kind, referenceColumns } from "@/lib/imports/kind";
import type { Value } from "@/lib/imports/prepared";
import { kinds } from "@/lib/imports/registry";
import type { Sql } from "@/lib/platform/db";

/** A record as it stands, its own fields as values. */
export type Stored = {
  readonly id: string;
  readonly version: number;
  readonly source: string;
  readonly externalId: string | null;
  readonly accountId: string | null;
  /** The run that brought it, or changed it last. */
  readonly runId: string | null;
  readonly values: { readonly [field: string]: Value };
};

/** The fields that say what a record is, without keys, references and what other tools attach. */
export function ownFields(kind: Kind): [string, Field][] {
  const named = new Set(["externalId", "attributes", ...kind.references.map(({ field }) => field)]);
  return Object.entries(kind.fields).filter(([name]) => !named.has(name));
}

/** One record by its id, held against other writers where it is about to be changed; null where there is none. */
export async function findStored(sql: Sql, name: HandKind, id: string, hold: "held" | "free"): Promise<Stored | null> {
  const kind: Kind = kinds[name];
  const fields = ownFields(kind);
  const columns = fields.map(
    ([field, { column, read }]) => `'${field}', ${read === "instant" ? instantText(column) : `t.${column}::text`}`,
  );
  const [row] = await sql<Omit<Stored, "values"> & { texts: Record<string, string | null> }>(
    `SELECT t.id::text AS id, t.version, t.source, ${kind.identity.includes("external_id") ? "t.external_id" : "NULL"} AS "externalId",
       ${accountOf(kind)} AS "accountId", t.run_id::text AS "runId", json_build_object(${columns.join(", ")}) AS texts
     FROM app.${kind.table} t WHERE t.id = $1::uuid ${hold === "held" ? "FOR UPDATE" : ""}`,
    [id],
  );
  if (!row) return null;
  const { texts, ...rest } = row;
  return { ...rest, values: Object.fromEntries(fields.map(([field, { read }]) => [field, typedValue(read, texts[field] ?? null)])) };
}

function accountOf(kind: Kind): string {
  if (kind.table === "account") return "t.id::text";
  return referenceColumns(kind).includes("account_id") ? "t.account_id::text" : "NULL";
}

function instantText(column: string): string {
  return `to_char(t.${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}

function typedValue(read: Field["read"], text: string | null): Value {
  if (text === null) return null;
  if (read === "instant") return new Date(text);
  if (read === "whole" || read === "minor") return BigInt(text);
  return read === "flag" ? text === "true" : text;
}
