import { UsageError } from "@/lib/kernel/usage-error";
import { dayAt } from "@/lib/kernel/zone";
import { refresh } from "@/lib/ledger/refresh";
import { now } from "@/lib/platform/clock";
import { withTenantConnection } from "@/lib/platform/db";
import { readSummary } from "@/lib/summary/data";
import { Month } from "@/lib/summary/schema";
import type { Command } from "./command";
import { parsed, positional, workspaceScope } from "./options";

export const command: Command = {
  name: "summary",
  usage: "summary --workspace S --month YYYY-MM",
  words: "The executive's month: three sentences and what they stand on.",
  async run(args, out) {
    const { values, positionals } = parsed(args, { workspace: { type: "string" }, month: { type: "string" } });
    positional(positionals);
    const { month = "" } = values;
    if (!Month.safeParse(month).success) throw new UsageError("Say which month: --month 2026-10.");
    const scope = await workspaceScope(values.workspace);
    if (month > dayAt(now(), scope.timeZone).slice(0, 7)) throw new UsageError(`${month} has not begun.`);
    await refresh(scope);
    out.json(await withTenantConnection(scope, ({ sql }) => readSummary(sql, scope, { month }, now()), "read"));
    return 0;
  },
};
