import { bringReadingUpToDate } from "@/lib/jobs/up-to-date";
import { csvRow } from "@/lib/kernel/csv";
import { UsageError } from "@/lib/kernel/usage-error";
import { listEvidence } from "@/lib/metrics/evidence";
import type { EvidencePage } from "@/lib/metrics/types";
import { withTenantConnection } from "@/lib/platform/db";
import type { Command } from "./command";
import { needed, parsed, positional, workspaceScope } from "./options";
import { filterOf, instantOf, READING } from "./reading-options";

export const command: Command = {
  name: "evidence",
  usage: "evidence METRIC --workspace S --period P [--where DIM=VALUE]… [--as-of INSTANT] [--format json|csv]",
  words: "Lists the rows behind a number; their numerators and denominators add up to it.",
  async run(args, out) {
    const { values, positionals } = parsed(args, { ...READING, format: { type: "string", default: "json" } });
    const [id = ""] = positional(positionals, "METRIC");
    const period = needed(values.period, "period");
    if (values.format !== "json" && values.format !== "csv") throw new UsageError(`--format is json or csv, not ${values.format}.`);
    const where = filterOf(values.where);
    const scope = await workspaceScope(values.workspace);
    const asOf = instantOf(scope, values["as-of"]);
    await bringReadingUpToDate(scope, { ids: [id], period, where, ...(asOf === undefined ? {} : { asOf }) });
    const page = await withTenantConnection(
      scope,
      ({ sql }) => listEvidence(sql, scope, { id, period, where, ...(asOf === undefined ? {} : { asOf }) }),
      "read",
    );
    if (values.format === "json") out.json(page.rows);
    else out.line(csvOf(page));
    return 0;
  },
};

function csvOf({ columns, rows }: EvidencePage): string {
  const names = ["account", "externalId", "name", "record", "numerator", "denominator", ...columns.map(({ id }) => id)];
  return [names, ...rows.map((row) => names.map((name) => row[name] ?? null))].map(csvRow).join("").trimEnd();
}
