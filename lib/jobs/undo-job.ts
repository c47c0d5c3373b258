import { undoRun } from "@/lib/imports/undo";
import { noteUndoFault, undoneBy } from "@/lib/imports/undo-order";
import type { UndoJob } from "@/lib/platform/jobs";
import { systemScope } from "@/lib/platform/scope";

const FAULT =
  "The undo was interrupted on our side. What it has taken back stays taken back; it is tried again by itself, and you can start it again.";

/** Takes one import back. Run again after its worker died, it goes on where it stopped. */
export async function undoJob({ workspaceId, slug, runId }: UndoJob): Promise<void> {
  const found = await systemScope(slug, "undo");
  if (found?.workspaceId !== workspaceId) return;
  const actor = await undoneBy(found, runId);
  const scope = actor === null ? null : await systemScope(slug, actor);
  if (!scope) return;
  try {
    await undoRun(scope, runId);
  } catch (error) {
    await noteUndoFault(scope, runId, FAULT).catch(() => {}); // the database may be what failed; the job is tried again either way
    throw error;
  }
}
