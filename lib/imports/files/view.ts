import { ENCODINGS } from "@/lib/imports/csv/read";
import {
  type FileRow,
  findDetail,
  findFile,
  findOriginal,
  findRun,
  findStart,
  listFirstRejects,
  listMaps,
  type MapRow,
  type RunRow,
} from "@/lib/imports/data";
import { type Column, columnsOf } from "@/lib/imports/files/column";
import { type FieldFace, fieldFaces } from "@/lib/imports/files/field-face";
import { label } from "@/lib/imports/files/field-words";
import { type Preview, previewOf } from "@/lib/imports/files/preview";
import { type Question, questionsOf } from "@/lib/imports/files/questions";
import { readSample, type Sample } from "@/lib/imports/files/sample";
import type { Draft } from "@/lib/imports/files/schema";
import { cutAs, settlePicked } from "@/lib/imports/files/settled";
import { guessKind, suggestMap } from "@/lib/imports/files/suggest";
import type { FileOutcome } from "@/lib/imports/files/work";
import type { Kind } from "@/lib/imports/kind";
import { bindFields, ImportMap, missingFields } from "@/lib/imports/map";
import type { Reject } from "@/lib/imports/prepared";
import { findKind, kinds } from "@/lib/imports/registry";
import { UsageError } from "@/lib/kernel/usage-error";
import type { Sql } from "@/lib/platform/db";
import type { Scope } from "@/lib/platform/scope";

const PREVIEWED = 20;
const SAMPLES = 3;

/** When a file can be looked into. One that is in is here no longer, unless nothing of it was taken. */
const READ: readonly FileRow["status"][] = ["ready", "failed", "done"];

/** How a file would be read: everything the screen shows before anything is changed. */
export type Reading = {
  readonly kind: string;
  readonly source: string;
  readonly map: ImportMap;
  /** Where this map is from: the person's own, the one last used for this source, or the file's looks. */
  readonly from: "given" | "saved" | "guessed";
  readonly sources: readonly string[];
  readonly columns: readonly { readonly name: string; readonly samples: readonly string[] }[];
  readonly unused: readonly string[];
  readonly fields: readonly FieldFace[];
  readonly questions: readonly Question[];
  readonly missing: readonly string[];
  readonly problem: string | null;
  readonly preview: Preview;
  readonly takesAttributes: boolean;
};

export type FileView = {
  readonly file: FileRow;
  readonly kinds: readonly { readonly name: string; readonly label: string }[];
  readonly encodings: readonly string[];
  /** Null while the file is being read or is not here any more, and where it cannot be read at all; `fault` then says why. */
  readonly reading: Reading | null;
  readonly fault: string | null;
  readonly rehearsal: FileOutcome | null;
  readonly run: RunRow | null;
  readonly rejects: readonly Reject[];
  readonly header: readonly string[];
};

/** Reads a file's start as the draft says; null where there is no such file. */
export async function readFileView(sql: Sql, scope: Scope, { fileId, draft }: { fileId: string; draft: Draft }): Promise<FileView | null> {
  const file = await findFile(sql, scope, fileId);
  if (!file) return null;
  const { map, report } = await findDetail(sql, scope, fileId);
  const view = {
    file,
    kinds: Object.values<Kind>(kinds).map(({ name }) => ({ name, label: label(name) })),
    encodings: ENCODINGS,
    rehearsal: file.status === "ready" ? (report as FileOutcome | null) : null, // written by the job, nowhere else
    run: file.runId === null ? null : await findRun(sql, scope, file.runId),
    rejects: file.runId === null ? [] : await listFirstRejects(sql, scope, file.runId),
    header: file.runId === null ? [] : ((await findOriginal(sql, scope, file.runId))?.header ?? []),
  };
  const start = READ.includes(file.status) ? await findStart(sql, scope, fileId) : null;
  if (!start) return { ...view, reading: null, fault: null };
  const ordered: Draft =
    map === null
      ? draft
      : {
          kind: draft.kind ?? file.kind,
          source: draft.source ?? file.source,
          map: draft.map ?? (draft.kind === null ? ImportMap.parse(map) : null),
          picked: draft.picked,
        };
  try {
    const given = { bytes: Buffer.from(start.start, "base64"), whole: start.whole };
    return { ...view, reading: await readingOf(scope, file, given, { draft: ordered, maps: await listMaps(sql, scope) }), fault: null };
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return { ...view, reading: null, fault: error.message };
  }
}

type Start = { bytes: Buffer; whole: boolean };

async function readingOf(
  scope: Scope,
  file: FileRow,
  start: Start,
  { draft, maps }: { draft: Draft; maps: readonly MapRow[] },
): Promise<Reading> {
  const given = draft.map === null ? null : ImportMap.parse(draft.map);
  const sample = await readSample(start.bytes, start, given?.csv);
  const columns = columnsOf(sample);
  const isSettled = given !== null && Object.keys(given.fields).length > 0;
  const saved = isSettled ? undefined : fittingMap(maps, columns, draft);
  const kind = findKind(draft.kind ?? saved?.kind ?? guessKind(columns, file.name).name);
  const source = draft.source ?? saved?.source ?? maps[0]?.source ?? "upload";
  const guessed = suggestMap(kind, columns, sample);
  const suggested = saved ? cutAs(saved.map, sample) : { ...guessed, csv: { ...guessed.csv, ...given?.csv } };
  const map = isSettled ? settlePicked(kind, given, columns, draft.picked ?? []) : suggested;
  return {
    kind: kind.name,
    source,
    map,
    from: isSettled ? "given" : saved ? "saved" : "guessed",
    sources: [...new Set(maps.map((row) => row.source))],
    columns: columns.map(({ name, distinct }) => ({ name, samples: distinct.slice(0, SAMPLES).map((value) => value.slice(0, 80)) })),
    takesAttributes: Object.hasOwn(kind.fields, "attributes"),
    ...read(scope, { kind, map, columns, sample }),
  };
}

type Given = { kind: Kind; map: ImportMap; columns: readonly Column[]; sample: Sample };

function read(
  scope: Scope,
  { kind, map, columns, sample }: Given,
): Pick<Reading, "unused" | "fields" | "questions" | "missing" | "problem" | "preview"> {
  const used = new Set(Object.values(map.fields).map(({ column }) => column?.trim()));
  const faces = fieldFaces({ kind, map, columns });
  const shared = {
    unused: columns.map(({ name }) => name).filter((name) => name !== "" && !used.has(name)),
    fields: faces,
    questions: questionsOf({ kind, map, columns, scope }),
  };
  try {
    const order = Object.keys(kind.fields);
    const bound = bindFields(kind, sample.header, map).sort((a, b) => order.indexOf(a.field) - order.indexOf(b.field));
    const missing = missingOf(kind, bound);
    const reading = { kind, bound, map, scope, width: sample.header.length, isWhole: missing.length === 0 };
    return { ...shared, missing, problem: null, preview: previewOf(reading, sample.rows.slice(0, PREVIEWED)) };
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return { ...shared, missing: [], problem: error.message, preview: { fields: [], rows: [] } };
  }
}

/** The labels of what a record cannot be without and the map does not give. */
export function missingOf(kind: Kind, bound: readonly { readonly field: string }[]): string[] {
  const lacking = missingFields(kind, bound).map(label);
  const isOpen = kind.either.length > 0 && !kind.either.some((name) => bound.some(({ field }) => field === name));
  return isOpen ? [...lacking, kind.either.map(label).join(" or ")] : lacking;
}

/** The map used last whose columns are all in this file, for the kind and source that are settled already. */
function fittingMap(
  maps: readonly MapRow[],
  columns: readonly Column[],
  { kind, source }: Draft,
): { kind: string; source: string; map: ImportMap } | undefined {
  const names = new Set(columns.map(({ name }) => name));
  return maps
    .filter((row) => (kind === null || row.kind === kind) && (source === null || row.source === source))
    .map((row) => ({ ...row, map: ImportMap.parse(row.map) }))
    .find(({ map }) => Object.values(map.fields).every(({ column }) => column === undefined || names.has(column.trim())));
}
