import { refresh } from "@/lib/ledger/refresh";
import { readCohorts } from "@/lib/metrics/cohorts";
import { withTenantConnection } from "@/lib/platform/db";
import type { Command } from "./command";
import { parsed, positional, workspaceScope } from "./options";
import { instantOf, wholeNumber } from "./reading-options";

export const command: Command = {
  name: "cohorts",
  usage: "cohorts --workspace S [--months N] [--as-of D]",
  words: "Retention by the month of first paid MRR.",
  async run(args, out) {
    const { values, positionals } = parsed(args, {
      workspace: { type: "string" },
      months: { type: "string" },
      "as-of": { type: "string" },
    });
    positional(positionals);
    const months = wholeNumber(values.months, "months");
    const scope = await workspaceScope(values.workspace);
    const asOf = instantOf(scope, values["as-of"]);
    await refresh(scope);
    const request = { ...(months === undefined ? {} : { months }), ...(asOf === undefined ? {} : { asOf }) };
    out.json(await withTenantConnection(scope, ({ sql }) => readCohorts(sql, scope, request), "read"));
    return 0;
  },
};
