import { explainHealth } from "@/lib/health/explain";
import { isDay } from "@/lib/kernel/period";
import { UsageError } from "@/lib/kernel/usage-error";
import { dayAt } from "@/lib/kernel/zone";
import { refresh } from "@/lib/ledger/refresh";
import { now } from "@/lib/platform/clock";
import { withTenantConnection } from "@/lib/platform/db";
import type { Command } from "./command";
import { parsed, positional, workspaceScope } from "./options";

export const command: Command = {
  name: "health",
  usage: "health --workspace S [--as-of YYYY-MM-DD]",
  words: "Explains each account's health at the end of a day.",
  async run(args, out) {
    const { values, positionals } = parsed(args, { workspace: { type: "string" }, "as-of": { type: "string" } });
    positional(positionals);
    const told = values["as-of"];
    if (told !== undefined && !isDay(told)) throw new UsageError(`--as-of ${told} is no day; write 2024-12-31.`);
    const scope = await workspaceScope(values.workspace);
    await refresh(scope);
    out.json(await withTenantConnection(scope, ({ sql }) => explainHealth(sql, scope, told ?? dayAt(now(), scope.timeZone))));
    return 0;
  },
};
