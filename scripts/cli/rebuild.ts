import { checkHealth, rebuildHealth } from "@/lib/health/rebuild";
import { checkRebuild, rebuild } from "@/lib/ledger/rebuild";
import { checkKept, rebuildKept } from "@/lib/metrics/kept/check";
import { checkSignals, rebuildSignals } from "@/lib/signals/rebuild";
import { keepSignals } from "@/lib/signals/refresh";
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
    const ledger = values.check ? await checkRebuild(scope) : await rebuild(scope);
    const kept = values.check ? await checkKept(scope) : await rebuildKept(scope);
    const health = values.check ? await checkHealth(scope, keepSignals) : await rebuildHealth(scope, keepSignals);
    const signals = values.check ? await checkSignals(scope) : await rebuildSignals(scope);
    const tables = { ...ledger.tables, ...kept, ...health, ...signals };
    out.json({ tables });
    return Object.values(tables).some(({ different }) => different > 0) ? 1 : 0;
  },
};
