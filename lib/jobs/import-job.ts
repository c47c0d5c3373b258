import { MOST_ROWS } from "@/lib/imports/files/limits";
import {
  type FileOutcome,
  fileBytes,
  noteProgress,
  noteRun,
  type Ordered,
  settleFailure,
  settleImport,
  settleRehearsal,
  takeFile,
} from "@/lib/imports/files/work";
import { importFile } from "@/lib/imports/import-file";
import type { Reject } from "@/lib/imports/prepared";
import { findKind } from "@/lib/imports/registry";
import { UsageError } from "@/lib/kernel/usage-error";
import type { ImportJob } from "@/lib/platform/jobs";
import { type Scope, systemScope } from "@/lib/platform/scope";

const SHOWN_REJECTS = 50;
const TELL_EVERY = 500;

/** Rehearses or imports one uploaded file. Run again after its worker died, it goes on where the run stands. */
export async function importJob({ workspaceId, slug, fileId }: ImportJob): Promise<void> {
  const found = await systemScope(slug, "import");
  if (found?.workspaceId !== workspaceId) return;
  const file = await takeFile(found, fileId);
  const scope = file && (await systemScope(slug, file.actor));
  if (!scope) return;
  try {
    const outcome = await read(scope, file);
    if (file.task === "rehearse") await settleRehearsal(scope, file.id, outcome);
    else await settleImport(scope, file.id, outcome);
  } catch (error) {
    await settleFailure(scope, file.id, wordsOf(error)).catch(() => {}); // the database may be what failed; the job is tried again either way
    if (!(error instanceof UsageError)) throw error;
  }
}

async function read(scope: Scope, file: Ordered): Promise<FileOutcome> {
  await checkLength(scope, file);
  const firstRejects: Reject[] = [];
  const report = await importFile(scope, {
    kind: findKind(file.kind),
    path: file.name,
    open: opener(scope, file),
    source: file.source,
    map: file.map,
    rejects: {
      write: async (more) => void firstRejects.push(...more.slice(0, SHOWN_REJECTS - firstRejects.length)),
      close: async () => {},
    },
    begun: (runId) => noteRun(scope, file.id, runId),
    dryRun: file.task === "rehearse",
    say: () => {},
  });
  return { ...report, firstRejects };
}

// The rows are read by whoever opens the file first; the others take its fingerprint.
function opener(scope: Scope, { id }: Ordered) {
  let opened = 0;
  let toldAt = 0;
  const tell = async (bytes: number) => {
    if (Date.now() - toldAt < TELL_EVERY) return;
    toldAt = Date.now();
    await noteProgress(scope, id, bytes);
  };
  return () => {
    opened += 1;
    return opened === 1 ? fileBytes(scope, id, tell) : fileBytes(scope, id);
  };
}

async function checkLength(scope: Scope, { id, name, bytes }: Ordered): Promise<void> {
  if (bytes <= 2 * MOST_ROWS) return;
  let lines = 0;
  for await (const part of fileBytes(scope, id)) for (let at = part.indexOf(10); at !== -1; at = part.indexOf(10, at + 1)) lines += 1;
  if (lines > MOST_ROWS + 1)
    throw new UsageError(
      `${name} has more than ${MOST_ROWS.toLocaleString("en-US")} lines. Nothing was read; split it, each part with the header line, and upload the parts.`,
    );
}

// The house's own messages are sentences; what a driver says is for the log.
function wordsOf(error: unknown): string {
  if (error instanceof UsageError || (error instanceof Error && /^[A-Z].*\.$/.test(error.message) && !("code" in error)))
    return error.message;
  return "The import was interrupted on our side. What was read so far is kept, and it goes on from there by itself in a moment.";
}
