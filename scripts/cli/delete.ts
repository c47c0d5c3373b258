import { findKind } from "@/lib/imports/registry";
import { removeRecord } from "@/lib/imports/remove";
import type { Command } from "./command";
import { needed, parsed, positional, workspaceScope } from "./options";

export const command: Command = {
  name: "delete",
  usage: "delete KIND EXTERNAL_ID --workspace S --source NAME",
  words: "Removes one record and all that hangs on it.",
  async run(args, out) {
    const { values, positionals } = parsed(args, { workspace: { type: "string" }, source: { type: "string" } });
    const [name = "", externalId = ""] = positional(positionals, "KIND", "EXTERNAL_ID");
    const kind = findKind(name);
    const source = needed(values.source, "source").trim();
    out.json(await removeRecord(await workspaceScope(values.workspace), kind, { source, externalId }));
    return 0;
  },
};
