import { contentFields, type Field, type Kind, referenceColumns, SQL_TYPE } from "@/lib/imports/kind";

/** The SQL that brings one kind's staged rows into its table. $1 workspace, $2 source of the rows that name none, $3 run. */
export type Statements = { readonly [name in "stage" | "copy" | "upsert" | "classify"]: string };

export function statementsOf(kind: Kind, content: readonly [string, Field][]): Statements {
  const keys = keyColumns(kind);
  const references = referenceColumns(kind);
  const held = [...references, ...content.map(([, { column }]) => column)];
  const columns = held.filter((column) => !kind.identity.includes(column));
  const sourced = kind.identity.includes("source");
  const staged = [...keys, ...held];
  const source = sourced ? "coalesce(s.source, $2::text)" : "$2::text";
  const table = `app.${kind.table}`;
  const match = `t.workspace_id = $1::uuid AND $2::text IS NOT NULL AND ${kind.identity.map((column) => (column === "source" ? `t.source = ${source}` : `t.${column} = s.${column}`)).join(" AND ")}`;
  return {
    stage: `CREATE TEMP TABLE stage (${declared(kind, content).join(", ")}) ON COMMIT DROP`,
    copy: `COPY stage (${[...(sourced ? ["source"] : []), ...staged].join(", ")}) FROM STDIN`,
    // The conflict finds a record by its unique index whatever the planner believes, and a statement sees a table as it was before it:
    // so `kept` writes down the content that `done` replaces.
    upsert: `WITH done AS (
        INSERT INTO ${table} AS t (workspace_id, source, ${staged.join(", ")}, run_id)
        SELECT $1::uuid, ${source}, ${list("s", staged)}, $3::uuid FROM stage s ORDER BY ${list("s", keys)}
        ON CONFLICT (workspace_id, ${kind.identity.join(", ")}) ${onConflict(kind, columns)}
        RETURNING t.id, t.xmax = 0 AS made),
      kept AS (
        INSERT INTO app.import_change (workspace_id, run_id, record_id, before)
        SELECT t.workspace_id, $3::uuid, t.id, ${kind.image} FROM ${table} t
        WHERE $3::uuid IS NOT NULL AND EXISTS (SELECT 1 FROM done WHERE NOT made)
          AND t.workspace_id = $1::uuid AND t.id = ANY (ARRAY(SELECT id FROM done WHERE NOT made))
        ON CONFLICT (workspace_id, run_id, record_id) DO NOTHING)
      SELECT count(*) FILTER (WHERE made)::int AS inserted, count(*) FILTER (WHERE NOT made)::int AS updated${kind.after.length > 0 ? ", array_agg(id::text) AS ids" : ""} FROM done`,
    classify: `SELECT count(*) FILTER (WHERE t.id IS NULL)::int AS inserted, count(*) FILTER (WHERE t.id IS NOT NULL AND ${differs(kind, columns)})::int AS updated
      FROM stage s LEFT JOIN ${table} t ON ${match}`,
  };
}

// A record that is nothing but its key cannot change.
function onConflict(kind: Kind, columns: readonly string[]): string {
  if (columns.length === 0) return "DO NOTHING";
  const set = columns.map((column) => `${column} = ${next(kind, column, "excluded")}`).join(", ");
  return `DO UPDATE SET ${set}, source = excluded.source, run_id = excluded.run_id, version = t.version + 1, updated_at = now()
        WHERE ${differs(kind, columns, "excluded")}`;
}

function differs(kind: Kind, columns: readonly string[], from = "s"): string {
  if (columns.length === 0) return "false";
  return `(${list("t", columns)}) IS DISTINCT FROM (${columns.map((column) => next(kind, column, from)).join(", ")})`;
}

/** The staged columns a record is known by, beside its workspace, its source and what it refers to. */
export function keyColumns(kind: Kind): string[] {
  const references = referenceColumns(kind);
  return kind.identity.filter((column) => column !== "source" && !references.includes(column));
}

/** The content a load sets: all of it, or for a partial kind what the file has. */
export function contentOf(kind: Kind, present: ReadonlySet<string> | null): [string, Field][] {
  const fields = contentFields(kind);
  return kind.partial && present ? fields.filter(([name]) => present.has(name)) : fields;
}

// Attributes are added to, so that two files may each bring their own.
function next(kind: Kind, column: string, from = "s"): string {
  return kind.partial && column === "attributes" ? `t.attributes || ${from}.attributes` : `${from}.${column}`;
}

function declared(kind: Kind, content: readonly [string, Field][]): string[] {
  const types = new Map(Object.values(kind.fields).map(({ column, read }) => [column, SQL_TYPE[read]]));
  return [
    ...(kind.identity.includes("source") ? ["source text"] : []),
    ...keyColumns(kind).map((column) => `${column} ${types.get(column) ?? "text"}`),
    ...referenceColumns(kind).map((column) => `${column} uuid`),
    ...content.map(([, { column, read }]) => `${column} ${SQL_TYPE[read]}`),
  ];
}

function list(alias: string, columns: readonly string[]): string {
  return columns.map((column) => `${alias}.${column}`).join(", ");
}
