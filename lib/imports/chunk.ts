import { once } from "node:events";
import { from as copyFrom } from "pg-copy-streams";
import { type Candidate, isRefused, lineOf } from "@/lib/imports/candidate";
import type { Kind } from "@/lib/imports/kind";
import { lockKind, shareRecords } from "@/lib/imports/locks";
import type { Prepared, Reject } from "@/lib/imports/prepared";
import { type Ids, resolve } from "@/lib/imports/references";
import type { Print, Seen } from "@/lib/imports/seen";
import type { Statements } from "@/lib/imports/statements";
import type { Sql, TenantConnection } from "@/lib/platform/db";
import type { Scope } from "@/lib/platform/scope";

/** What stays the same over all chunks of a load. */
export type Load = {
  readonly scope: Scope;
  readonly kind: Kind;
  readonly source: string;
  readonly write: (row: Prepared) => Candidate | Reject;
  readonly statements: Statements;
  readonly seen: Seen;
  readonly runId: string | null;
  /** When changes count as having happened. */
  readonly at: Date;
  readonly dryRun: boolean;
};

export type ChunkResult = {
  inserted: number;
  updated: number;
  unchanged: number;
  rejects: Reject[];
  met: { print: Print; line: number }[];
};

/** Brings one chunk into the tables, inside the caller's transaction. Changes nothing but the tables: what it met is for the caller to remember after the commit. */
export async function writeChunk(
  { client, sql }: TenantConnection,
  load: Load,
  rows: readonly (Candidate | Reject)[],
): Promise<ChunkResult> {
  await shareRecords(sql, load.scope);
  await lockKind(sql, load);
  const ready = rows.filter((row): row is Candidate => !isRefused(row));
  const idsOf = await resolve(sql, load.source, load.kind, ready);
  const merged = await mergedAway(sql, load, ready);
  const result: ChunkResult = {
    inserted: 0,
    updated: 0,
    unchanged: 0,
    rejects: rows.filter(isRefused),
    met: [],
  };
  const here = new Map<string, { print: Print; line: number }>();
  const lines: string[] = [];
  for (const candidate of ready) {
    const ids = idsOf(candidate);
    if (isReject(ids)) {
      result.rejects.push(ids);
      continue;
    }
    const { print } = candidate;
    const before = print && (load.seen.find(print) ?? metHere(here.get(candidate.key), print));
    if (before) {
      if (before.same) result.unchanged += 1;
      else result.rejects.push(duplicate(candidate, before.line));
      continue;
    }
    if (print) here.set(candidate.key, { print, line: candidate.line });
    if (merged.has(candidate.key)) result.unchanged += 1;
    else lines.push(lineOf(candidate, ids));
  }
  result.met = [...here.values()];
  result.rejects.sort((a, b) => a.line - b.line);
  if (lines.length > 0) await apply({ client, sql }, load, lines, result);
  return result;
}

/** Remembers a row of an earlier attempt, which is in the tables already. */
export function recall({ seen }: Load, row: Candidate | Reject, rejected: ReadonlySet<number>): void {
  if (isRefused(row) || row.print === null || rejected.has(row.line)) return;
  if (!seen.find(row.print)) seen.add(row.print, row.line);
}

async function apply({ client, sql }: TenantConnection, load: Load, lines: readonly string[], result: ChunkResult): Promise<void> {
  const { statements, scope, source, runId } = load;
  const tenant = [scope.workspaceId, source];
  await sql("SET LOCAL enable_nestloop = off"); // nothing is known yet of a table that is being filled: a join that is wrong must not be wrong row by row
  await sql(statements.stage);
  const copy = client.query(copyFrom(statements.copy));
  copy.end(Buffer.from(`${lines.join("\n")}\n`));
  await once(copy, "finish");
  if (load.dryRun) {
    const [counted] = await sql<Counted>(statements.classify, tenant);
    add(result, counted, lines.length);
    return;
  }
  const [counted] = await sql<Counted>(statements.upsert, [...tenant, runId]);
  add(result, counted, lines.length);
  if (counted?.ids) for (const statement of load.kind.after) await sql(statement, [scope.workspaceId, counted.ids, load.at]);
}

function isReject(found: Ids | Reject): found is Reject {
  return "reason" in found;
}

type Counted = { inserted: number; updated: number; ids?: readonly string[] | null };

function add(result: ChunkResult, counted: Counted | undefined, staged: number): void {
  const { inserted, updated } = counted ?? { inserted: 0, updated: 0 };
  result.inserted += inserted;
  result.updated += updated;
  result.unchanged += staged - inserted - updated;
}

async function mergedAway(sql: Sql, { kind, source }: Load, rows: readonly Candidate[]): Promise<ReadonlySet<string>> {
  if (kind.merged === undefined) return new Set();
  const found = await sql<{ key: string }>(
    `SELECT external_id AS key FROM app.${kind.merged} WHERE source = $1 AND external_id = ANY($2::text[])`,
    [source, rows.map(({ key }) => key)],
  );
  return new Set(found.map(({ key }) => key));
}

function metHere(before: { print: Print; line: number } | undefined, { content }: Print): { line: number; same: boolean } | null {
  if (!before) return null;
  return { line: before.line, same: before.print.content === content };
}

function duplicate({ line, cells, key }: Candidate, first: number): Reject {
  return { line, cells, reason: "duplicate-key", detail: `${key} is on line ${first} with other content` };
}
