import { readFile } from "node:fs/promises";
import { importFile } from "@/lib/imports/import-file";
import { type ImportMap, parseMap } from "@/lib/imports/map";
import { findKind } from "@/lib/imports/registry";
import { UsageError } from "@/lib/kernel/usage-error";
import type { Command } from "./command";
import { needed, parsed, positional, workspaceScope } from "./options";

export const command: Command = {
  name: "import",
  usage: "import KIND FILE.csv --workspace S --source NAME [--map MAP.json] [--rejects OUT.csv] [--dry-run]",
  words: "Loads records out of a CSV file, exactly once.",
  async run(args, out) {
    const { values, positionals } = parsed(args, {
      workspace: { type: "string" },
      source: { type: "string" },
      map: { type: "string" },
      rejects: { type: "string" },
      "dry-run": { type: "boolean" },
    });
    const [name = "", path = ""] = positional(positionals, "KIND", "FILE.csv");
    const kind = findKind(name);
    const source = needed(values.source, "source").trim();
    const map = values.map === undefined ? null : await readMap(values.map);
    const scope = await workspaceScope(values.workspace);
    const report = await readable(path, () =>
      importFile(scope, {
        kind,
        path,
        source,
        map,
        rejectsPath: values.rejects,
        dryRun: values["dry-run"] ?? false,
        say: (words) => out.say(words),
      }),
    );
    const { read, accepted, inserted, updated, unchanged, rejected, reasons, runId } = report;
    out.json({ kind: name, read, accepted, inserted, updated, unchanged, rejected, reasons, runId });
    if (reasons["bad-encoding"])
      out.say('Some rows are not UTF-8. If the file is Windows-1252 or Latin-1, say so in the map: {"csv": {"encoding": "windows-1252"}}.');
    return 0;
  },
};

async function readMap(path: string): Promise<ImportMap> {
  const text = await readFile(path, "utf8").catch(() => {
    throw new UsageError(`The map ${path} cannot be read.`);
  });
  return parseMap(text);
}

async function readable<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : "";
    if (code === "ENOENT") throw new Error(`There is no file ${path}; nothing was read.`);
    if (code === "EACCES" || code === "EISDIR") throw new Error(`The file ${path} cannot be read; nothing was read.`);
    throw error;
  }
}
