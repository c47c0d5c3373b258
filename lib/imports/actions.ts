"use server";

import { discardFile } from "@/lib/imports/files/mutations";
import { readDataView } from "@/lib/imports/files/read-data";
import { DataRequest, FileNamed, FileRequest, RunNamed, StartRequest } from "@/lib/imports/files/schema";
import { startImport } from "@/lib/imports/files/start";
import { readFileView } from "@/lib/imports/files/view";
import { orderUndo } from "@/lib/imports/undo-order";
import { defineAction } from "@/lib/platform/action";
import { now } from "@/lib/platform/clock";
import { refuse } from "@/lib/platform/failure";

export const readDataAction = defineAction(
  { name: "import.read-all", input: DataRequest, limit: "240/m", mode: "read" },
  ({ scope }, _, { sql }) => readDataView(sql, scope, now()),
);

export const readFileAction = defineAction(
  { name: "import.read-file", input: FileRequest, limit: "240/m", mode: "read" },
  async ({ scope }, { fileId, draft }, { sql }) =>
    (await readFileView(sql, scope, { fileId, draft })) ?? refuse("There is no such file any more."),
);

export const startImportAction = defineAction(
  { name: "import.start", input: StartRequest, limit: "60/m" },
  ({ scope }, { fileId, kind, source, map, task }, { sql }) => startImport(sql, scope, { fileId, kind, source, map, task }),
);

export const discardFileAction = defineAction(
  { name: "import.discard", input: FileNamed, limit: "60/m" },
  ({ scope }, { fileId }, { sql }) => discardFile(sql, scope, fileId),
);

export const undoRunAction = defineAction({ name: "import.undo", input: RunNamed, limit: "20/m" }, ({ scope }, { runId }, { sql }) =>
  orderUndo(sql, scope, runId),
);
