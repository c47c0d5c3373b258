import { mergeAccounts } from "@/lib/imports/merge";
import { UsageError } from "@/lib/kernel/usage-error";
import type { Command } from "./command";
import { parsed, positional, workspaceScope } from "./options";

export const command: Command = {
  name: "merge",
  usage: "merge accounts FROM INTO --workspace S [--source NAME]",
  words: "Makes two accounts one: all records of FROM move to INTO, past periods included.",
  async run(args, out) {
    const { values, positionals } = parsed(args, { workspace: { type: "string" }, source: { type: "string" } });
    const [kind, from = "", into = ""] = positional(positionals, "accounts", "FROM", "INTO");
    if (kind !== "accounts") throw new UsageError(`Only accounts can be merged, not ${kind}.`);
    out.json(await mergeAccounts(await workspaceScope(values.workspace), { from, into, source: values.source }));
    return 0;
  },
};
