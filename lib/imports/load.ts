import { type Candidate, candidateOf, isRefused } from "@/lib/imports/candidate";
import { type Load, recall, writeChunk } from "@/lib/imports/chunk";
import type { Kind } from "@/lib/imports/kind";
import { type Prepared, prepare, type Reject } from "@/lib/imports/prepared";
import { findKind, type KindName, type RowOf } from "@/lib/imports/registry";
import { advance, type Counts, listRejects, type Run } from "@/lib/imports/run";
import { Seen } from "@/lib/imports/seen";
import { contentOf, statementsOf } from "@/lib/imports/statements";
import { now } from "@/lib/platform/clock";
import { withTenantConnection } from "@/lib/platform/db";
import type { Scope } from "@/lib/platform/scope";

const CHUNK_ROWS = 10_000;
const CHUNK_LENGTH = 8 * 1024 * 1024; // in characters, so that wide rows do not fill the memory

export type LoadReport = Counts & { kind: string; accepted: number; runId: string | null; rejects: Reject[] };

/** Brings typed rows in by the same path a file takes. `at` is when changes of accounts count as having happened; the first rejects are in the report. */
export async function loadRecords<Name extends KindName>(
  scope: Scope,
  name: Name,
  source: string,
  rows: Iterable<RowOf<Name>> | AsyncIterable<RowOf<Name>>,
  { at = now() }: { at?: Date } = {},
): Promise<LoadReport> {
  const kind = findKind(name);
  const rejects: Reject[] = [];
  const counts = await loadPrepared(planned(scope, kind, source, { at }), typed(scope, kind, rows), {
    onRejects: (more) => rejects.push(...more.slice(0, 100 - rejects.length)),
  });
  return { kind: kind.name, ...counts, accepted: counts.inserted + counts.updated, runId: null, rejects };
}

async function* typed(scope: Scope, kind: Kind, rows: Iterable<object> | AsyncIterable<object>): AsyncGenerator<Prepared[]> {
  let line = 0;
  for await (const values of rows) {
    line += 1;
    yield [prepare(kind, scope, { line, cells: [], values })];
  }
}

type Plan = { at: Date; present?: ReadonlySet<string> | null; unique?: boolean; runId?: string | null; dryRun?: boolean };

/** Fixes what a load does to which columns. `present` are the fields a file has; without it all of them are set. `unique` tells that no two rows have one key. */
export function planned(
  scope: Scope,
  kind: Kind,
  source: string,
  { at, present = null, unique = false, runId = null, dryRun = false }: Plan,
): Load {
  const content = contentOf(kind, present);
  return {
    scope,
    kind,
    source,
    statements: statementsOf(kind, content),
    write: candidateOf(kind, content, { unique }),
    seen: new Seen(),
    runId,
    at,
    dryRun,
  };
}

type Following = { run?: Run; counts?: Counts; onRejects?: (rejects: readonly Reject[]) => unknown };

/** Writes chunk after chunk, each one transaction, while the next is being read. With a run it goes on where the run stands. */
export async function loadPrepared(
  load: Load,
  batches: AsyncIterable<readonly Prepared[]>,
  { run, counts: before, onRejects }: Following,
): Promise<Counts> {
  let counts: Counts = before ?? { read: 0, inserted: 0, updated: 0, unchanged: 0, rejected: 0, reasons: {} };
  let place = run;
  let chunk: (Candidate | Reject)[] = [];
  let length = 0;
  let writing: Promise<void> = Promise.resolve();
  let passed = 0;
  const known = run && run.committedRow > 0 ? await rejectedLines(load.scope, run) : new Set<number>();

  async function write(rows: readonly (Candidate | Reject)[]): Promise<void> {
    const done = await inTransaction(load, rows, place, counts);
    counts = done.counts;
    place &&= { ...place, committedRow: place.committedRow + rows.length };
    await onRejects?.(done.rejects);
  }

  async function flush(): Promise<void> {
    await writing;
    const rows = chunk;
    chunk = [];
    length = 0;
    writing = write(rows);
    writing.catch(() => {}); // it is awaited with the next chunk, which is when its failure is told
  }

  for await (const batch of batches) {
    for (const prepared of batch) {
      const row = load.write(prepared);
      if (run && passed < run.committedRow) {
        passed += 1;
        recall(load, row, known);
        continue;
      }
      chunk.push(row);
      length += lengthOf(row.cells) + (isRefused(row) ? 0 : (row.content?.length ?? 0));
      if (chunk.length === CHUNK_ROWS || length > CHUNK_LENGTH) await flush();
    }
  }
  if (chunk.length > 0) await flush();
  await writing;
  if (!load.dryRun && counts.inserted + counts.updated >= MANY) await analyse(load);
  return counts;
}

/** So many rows that what the planner believed of their table no longer holds, and its own analysis may be a minute away. */
const MANY = 500;

async function analyse({ scope, kind }: Load): Promise<void> {
  await withTenantConnection(scope, ({ sql }) => sql(`ANALYZE app.${kind.table}`), "work");
}

async function inTransaction(
  load: Load,
  rows: readonly (Candidate | Reject)[],
  run: Run | undefined,
  before: Counts,
): Promise<{ counts: Counts; rejects: Reject[] }> {
  const { result, counts } = await withTenantConnection(load.scope, async (tenant) => {
    const result = await writeChunk(tenant, load, rows);
    const counts = summed(before, rows.length, result);
    if (run) await advance(tenant, load.scope, run, { rows: rows.length, counts, rejects: result.rejects });
    return { result, counts };
  });
  for (const { print, line } of result.met) load.seen.add(print, line);
  return { counts, rejects: result.rejects };
}

function lengthOf(cells: readonly string[]): number {
  return cells.reduce((sum, cell) => sum + cell.length + 8, 0); // an empty cell has its place in memory too
}

function summed(
  before: Counts,
  read: number,
  result: { inserted: number; updated: number; unchanged: number; rejects: readonly Reject[] },
): Counts {
  const reasons = { ...before.reasons };
  for (const { reason } of result.rejects) reasons[reason] = (reasons[reason] ?? 0) + 1;
  return {
    read: before.read + read,
    inserted: before.inserted + result.inserted,
    updated: before.updated + result.updated,
    unchanged: before.unchanged + result.unchanged,
    rejected: before.rejected + result.rejects.length,
    reasons,
  };
}

async function rejectedLines(scope: Scope, run: Run): Promise<Set<number>> {
  const lines = new Set<number>();
  for await (const page of listRejects(scope, run.id)) for (const { line } of page) lines.add(line);
  return lines;
}
