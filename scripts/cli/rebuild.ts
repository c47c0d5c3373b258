import { checkRebuild, rebuild } from "@/lib/ledger/rebuild";
import type { Command } from "./command";
import { parsed, positional, workspaceScope } from "./options";

export const command: Command = {
  name: "rebuild",
  usage: "rebuild --workspace S [--check]",
  words: "Derives everything again from the records; with --check compares instead of replacing.",
  async run(args, out) {
    const { values, positionals } = parsed(args, { workspace: { type: "string" }, check: { type: "boolean", default: false } });
    positional(positionals);
    const scope = await workspaceScope(values.workspace);
    const found = values.check ? await checkRebuild(scope) : await rebuild(scope);
    out.json(found);
    return Object.values(found.tables).some(({ different }) => different > 0) ? 1 : 0;
  },
};
