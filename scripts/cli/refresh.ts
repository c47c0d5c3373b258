import { bringUpToDate } from "@/lib/jobs/up-to-date";
import type { Command } from "./command";
import { parsed, positional, workspaceScope } from "./options";

export const command: Command = {
  name: "refresh",
  usage: "refresh --workspace S",
  words: "Brings every derived table up to date.",
  async run(args, out) {
    const { values, positionals } = parsed(args, { workspace: { type: "string" } });
    positional(positionals);
    out.json(await bringUpToDate(await workspaceScope(values.workspace)));
    return 0;
  },
};
