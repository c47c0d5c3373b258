import { createHash, randomBytes } from "node:crypto";
import type pg from "pg";

/** A table of the schema `app` as the catalogue has it. */
export type Table = { name: string; columns: Column[]; references: Reference[] };
type Column = { name: string; type: string; words: string[] | null; most: number | null };
/** A foreign key: `columns` here are `others` of the table `to`. */
export type Reference = { to: string; columns: string[]; others: string[] };
export type Row = Record<string, unknown>;

/** Every table of `app`, parents before their children. */
export async function tables(admin: pg.Client): Promise<Table[]> {
  const { rows } = await admin.query<Table>(`
    SELECT c.relname AS name,
      (SELECT json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, NULL), 'words',
          (SELECT json_agg(w[1]) FROM pg_constraint k, regexp_matches(pg_get_constraintdef(k.oid), '''([^'']+)''::text', 'g') w
           WHERE k.conrelid = c.oid AND k.contype = 'c' AND k.conkey = ARRAY[a.attnum] AND pg_get_constraintdef(k.oid) LIKE '%ANY%'),
          'most', (SELECT min(m[1]::int) FROM pg_constraint k, regexp_matches(pg_get_constraintdef(k.oid), '<= (\\d+)\\)') m
           WHERE k.conrelid = c.oid AND k.contype = 'c' AND k.conkey = ARRAY[a.attnum])) ORDER BY a.attnum)
        FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '') AS columns,
      coalesce((SELECT json_agg(json_build_object('to', k.confrelid::regclass::text,
          'columns', (SELECT json_agg(a.attname ORDER BY n.at) FROM unnest(k.conkey) WITH ORDINALITY AS n(num, at) JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = n.num),
          'others', (SELECT json_agg(a.attname ORDER BY n.at) FROM unnest(k.confkey) WITH ORDINALITY AS n(num, at) JOIN pg_attribute a ON a.attrelid = k.confrelid AND a.attnum = n.num)))
        FROM pg_constraint k WHERE k.conrelid = c.oid AND k.contype = 'f'), '[]') AS references
    FROM pg_class c WHERE c.relnamespace = 'app'::regnamespace AND c.relkind = 'r' ORDER BY 1`);
  const bare = rows.map((table) => ({
    ...table,
    references: table.references.map((each) => ({ ...each, to: each.to.replace(/^app\./, "") })),
  }));
  return inOrder(bare);
}

function inOrder(all: Table[]): Table[] {
  const done: Table[] = [];
  while (done.length < all.length) {
    const ready = all.filter(
      (table) => !done.includes(table) && table.references.every(({ to }) => to === table.name || done.some(({ name }) => name === to)),
    );
    if (ready.length === 0) throw new Error("the tables refer to each other in a ring");
    done.push(...ready);
  }
  return done;
}

/** A row the table would take: a word of each closed list, the parents of the same tenant, and the mark in every free text. */
export function rowFor(table: Table, tenant: string, mark: string, parents: ReadonlyMap<string, Row>): Row {
  const row: Row = Object.fromEntries(table.columns.map((column) => [column.name, valueFor(column, mark)]));
  row[table.name === "workspace" ? "id" : "workspace_id"] = tenant;
  for (const { to, columns, others } of table.references) {
    const parent = to === table.name ? row : parents.get(to);
    for (const [index, column] of columns.entries()) if (parent) row[column] = parent[others[index] ?? ""];
  }
  return row;
}

function valueFor({ name, type, words, most }: Column, mark: string): unknown {
  if (words) return words[0];
  if (type === "uuid") return uuidOf(`${mark} ${name} ${randomBytes(8).toString("hex")}`);
  if (type === "text") return name === "time_zone" ? "UTC" : name === "slug" ? `s-${mark.toLowerCase().slice(-12)}` : `${mark} ${name}`;
  if (type === "character") return mark.slice(0, 3);
  if (type.endsWith("[]")) return [];
  if (type === "date") return dayOf(name, mark);
  if (type.startsWith("timestamp")) return `${dayOf(name, mark)}T00:00:00Z`;
  if (type === "boolean") return false;
  if (type === "bytea") return randomBytes(32);
  if (type === "jsonb") return JSON.stringify({ mark });
  return most === null ? numberOf(mark) : 1 + (numberOf(mark) % most);
}

// Where a key holds a day or a number, another mark has to be another row.
function dayOf(name: string, mark: string): string {
  return `${1950 + (numberOf(mark) % 90)}-01-${name.startsWith("until_") ? "31" : "01"}`;
}

function numberOf(mark: string): number {
  return 1 + createHash("sha256").update(mark).digest().readUInt16BE();
}

function uuidOf(text: string): string {
  const hex = createHash("sha256").update(text).digest("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join("-");
}

export function insertion(table: string, row: Row): { text: string; values: unknown[] } {
  const names = Object.keys(row);
  return {
    text: `INSERT INTO app.${table} (${names.map((name) => `"${name}"`).join(", ")}) VALUES (${names.map((_, index) => `$${index + 1}`).join(", ")}) RETURNING *`,
    values: Object.values(row),
  };
}

/** One row of every table for a tenant, written by the administrator. */
export async function plant(admin: pg.Client, all: readonly Table[], tenant: string, mark: string): Promise<Map<string, Row>> {
  const made = new Map<string, Row>();
  for (const table of all) {
    const { text, values } = insertion(table.name, rowFor(table, tenant, mark, made));
    made.set(table.name, (await admin.query<Row>(text, values)).rows[0] ?? {});
  }
  return made;
}
