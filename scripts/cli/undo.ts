import { undoRun } from "@/lib/imports/undo";
import type { Command } from "./command";
import { parsed, positional, workspaceScope } from "./options";

export const command: Command = {
  name: "undo",
  usage: "undo RUN_ID --workspace S",
  words: "Takes an import back: what it brought is removed, what it changed is as before. What was changed since is kept, and counted.",
  async run(args, out) {
    const { values, positionals } = parsed(args, { workspace: { type: "string" } });
    const [runId = ""] = positional(positionals, "RUN_ID");
    out.json(await undoRun(await workspaceScope(values.workspace), runId));
    return 0;
  },
};
