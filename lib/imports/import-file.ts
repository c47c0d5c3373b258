import { createHash } from "node:crypto";
import { realpath } from "node:fs/promises";
import { basename } from "node:path";
import { type Bytes, bytesOf, checkDelimiter, readCsv } from "@/lib/imports/csv/read";
import type { CsvRow } from "@/lib/imports/csv/row";
import { openRejectFile, type RejectFile } from "@/lib/imports/csv/write";
import type { Kind } from "@/lib/imports/kind";
import { loadPrepared, planned } from "@/lib/imports/load";
import { claimFile } from "@/lib/imports/locks";
import { bind, type ImportMap } from "@/lib/imports/map";
import { type Prepared, prepare } from "@/lib/imports/prepared";
import { type Counts, finishRun, leaveRun, listRejects, openRun, type RunFile } from "@/lib/imports/run";
import { type ReadRow, rowReader } from "@/lib/imports/values";
import { UsageError } from "@/lib/kernel/usage-error";
import { now } from "@/lib/platform/clock";
import { withTenantConnection } from "@/lib/platform/db";
import type { Scope } from "@/lib/platform/scope";

const MOST_COLUMNS = 500;
const WAIT_MS = 250;

export type FileImport = {
  kind: Kind;
  path: string;
  /** Where the bytes come from if not from the file system; `path` is then no more than the file's name. Asked for each time they are read. */
  open?: (() => Bytes) | undefined;
  source: string;
  map: ImportMap | null;
  rejectsPath?: string | undefined;
  /** Where rejected rows go if not into a file. */
  rejects?: RejectFile | undefined;
  /** Told which run this is, as soon as it is one. */
  begun?: ((runId: string) => Promise<void>) | undefined;
  dryRun: boolean;
  say: (words: string) => void;
};

export type FileReport = Counts & { accepted: number; runId: string | null };

/** Brings a CSV file in, exactly once: run again after a crash it goes on where it stopped, run again after the end it changes nothing. */
export async function importFile(scope: Scope, wanted: FileImport): Promise<FileReport> {
  const { kind, path, map } = wanted;
  if (map?.csv.delimiter !== undefined) checkDelimiter(map.csv.delimiter);
  if (wanted.rejectsPath !== undefined) await keepApart(path, wanted.rejectsPath);
  const batches = readCsv(opened(wanted), map?.csv ?? {});
  const { header, rest } = await headOf(batches);
  const bound = bind(kind, header, map);
  sayUnused(wanted, header, new Set(bound.map(({ index }) => index)));
  const rows = preparedRows(kind, scope, rowReader(kind, bound, map, scope), { width: header.length, rest, batches });
  const fields = { present: new Set(bound.map(({ field }) => field)), unique: bound.some(({ origin }) => origin.content) };
  const rejects = wanted.rejectsPath === undefined ? (wanted.rejects ?? null) : await openRejectFile(wanted.rejectsPath, header, map?.csv);
  try {
    return wanted.dryRun ? await rehearse(scope, wanted, { rows, fields, rejects }) : await run(scope, wanted, { rows, fields, rejects });
  } finally {
    await rejects?.close();
  }
}

// Opened for writing, the file that is being read would be emptied.
async function keepApart(path: string, rejectsPath: string): Promise<void> {
  const [read, written] = await Promise.all([path, rejectsPath].map((file) => realpath(file).catch(() => null)));
  if (read !== null && read === written)
    throw new UsageError("The rejected rows cannot go into the file they are read from; name another with --rejects.");
}

type Reading = { rows: AsyncIterable<Prepared[]>; fields: { present: ReadonlySet<string>; unique: boolean }; rejects: RejectFile | null };

async function rehearse(scope: Scope, { kind, source }: FileImport, { rows, fields, rejects }: Reading): Promise<FileReport> {
  const load = planned(scope, kind, source, { at: now(), ...fields, dryRun: true });
  return report(await loadPrepared(load, rows, { onRejects: (more) => rejects?.write(more) }), null);
}

async function run(scope: Scope, wanted: FileImport, reading: Reading): Promise<FileReport> {
  const file = {
    kind: wanted.kind.name,
    source: wanted.source,
    fileName: basename(wanted.path),
    fileHash: await hashOf(opened(wanted)),
    mapHash: hashText(wanted.map),
  };
  // The claim's transaction stays open beside the chunks' own and must not be repeated with them: its outcome is carried out of it.
  const outcome = await withTenantConnection(scope, async ({ sql }) => {
    for (let waited = false; !(await claimFile(sql, scope, [file.kind, file.source, file.fileHash, file.mapHash])); waited = true) {
      if (!waited) wanted.say("This file is being imported already; waiting for that to end.");
      await new Promise((resolve) => setTimeout(resolve, WAIT_MS));
    }
    return journey(scope, wanted, file, reading).then(
      (done) => ({ done }),
      (failure: unknown) => ({ failure }),
    );
  });
  if ("failure" in outcome) throw outcome.failure;
  return outcome.done;
}

async function journey(
  scope: Scope,
  { kind, source, say, begun }: FileImport,
  file: RunFile,
  { rows, fields, rejects }: Reading,
): Promise<FileReport> {
  const { run, counts: before } = await openRun(scope, file);
  await begun?.(run.id);
  if (run.committedRow > 0) say(`Going on after row ${run.committedRow}, where this file's import stopped.`);
  if (rejects) for await (const page of listRejects(scope, run.id)) await rejects.write(page);
  const load = planned(scope, kind, source, { at: now(), ...fields, runId: run.id });
  try {
    const counts = await loadPrepared(load, rows, { run, counts: before, onRejects: (more) => rejects?.write(more) });
    await finishRun(scope, run, file, counts);
    return report(counts, run.id);
  } catch (error) {
    await leaveRun(scope, run).catch(() => {}); // the database may be what failed; the run is open either way
    throw error;
  }
}

function report(counts: Counts, runId: string | null): FileReport {
  return { ...counts, accepted: counts.inserted + counts.updated, runId };
}

async function headOf(batches: AsyncGenerator<CsvRow[]>): Promise<{ header: readonly string[]; rest: CsvRow[] }> {
  const { value } = await batches.next();
  const [first, ...rest] = value ?? [];
  const header = first?.cells ?? [];
  if (first?.fault || header.some((name: string) => name.includes("\0")))
    throw new Error("The file's first line cannot be read as a CSV header; nothing was read.");
  if (header.length > MOST_COLUMNS) throw new Error(`The file has ${header.length} columns; at most ${MOST_COLUMNS} can be read.`);
  return { header, rest };
}

type Source = { width: number; rest: CsvRow[]; batches: AsyncIterable<CsvRow[]> };

async function* preparedRows(kind: Kind, scope: Scope, read: ReadRow, { width, rest, batches }: Source): AsyncGenerator<Prepared[]> {
  const one = (row: CsvRow) => preparedRow({ kind, scope, read, width }, row);
  yield rest.map(one);
  for await (const batch of batches) yield batch.map(one);
}

type Reader = { kind: Kind; scope: Scope; read: ReadRow; width: number };

function preparedRow({ kind, scope, read, width }: Reader, { line, cells, fault }: CsvRow): Prepared {
  if (fault) return { line, cells, ...fault };
  if (cells.length !== width)
    return { line, cells: readable(cells), reason: "ragged-row", detail: `${cells.length} cells under ${width} columns` };
  const found = read(cells);
  if ("refused" in found) return { line, cells, reason: found.refused, detail: found.field };
  return prepare(kind, scope, { line, cells, values: found.values });
}

// Copied, for a cell that is cut out of its row's text keeps all of that in memory.
function readable(cells: readonly string[]): readonly string[] {
  return cells.length <= MOST_COLUMNS ? cells : structuredClone(cells.slice(0, MOST_COLUMNS));
}

function sayUnused({ say, map }: FileImport, header: readonly string[], used: ReadonlySet<number | null>): void {
  const unused = header.filter((_, index) => !used.has(index));
  if (unused.length > 0 && map === null) say(`Columns that are no field and were left out: ${unused.join(", ")}.`);
}

function opened({ path, open }: FileImport): Bytes {
  return open ? open() : bytesOf(path);
}

async function hashOf(bytes: Bytes): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of bytes) hash.update(chunk);
  return hash.digest("hex");
}

function hashText(map: ImportMap | null): string {
  return createHash("sha256").update(JSON.stringify(map)).digest("hex");
}
