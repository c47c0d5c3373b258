import { bringReadingUpToDate } from "@/lib/jobs/up-to-date";
import { readMetrics } from "@/lib/metrics/read";
import { checkDimension } from "@/lib/metrics/request";
import { withTenantConnection } from "@/lib/platform/db";
import type { Command } from "./command";
import { needed, parsed, positional, workspaceScope } from "./options";
import { filterOf, instantOf, READING, wholeNumber } from "./reading-options";

export const command: Command = {
  name: "metrics",
  usage: "metrics --workspace S --period P [--ids a,b] [--by DIMENSION] [--where DIM=VALUE]… [--trend N] [--as-of INSTANT]",
  words: "Reads metrics through the same code as the screens.",
  async run(args, out) {
    const { values, positionals } = parsed(args, {
      ...READING,
      ids: { type: "string" },
      by: { type: "string" },
      trend: { type: "string" },
    });
    positional(positionals);
    const period = needed(values.period, "period");
    const where = filterOf(values.where);
    const trend = wholeNumber(values.trend, "trend");
    const scope = await workspaceScope(values.workspace);
    const asOf = instantOf(scope, values["as-of"]);
    const request = {
      period,
      where,
      ...(values.ids === undefined ? {} : { ids: values.ids.split(",").map((id) => id.trim()) }),
      ...(values.by === undefined ? {} : { by: checkDimension(values.by) }),
      ...(trend === undefined ? {} : { trend }),
      ...(asOf === undefined ? {} : { asOf }),
    };
    await bringReadingUpToDate(scope, request);
    out.json(await withTenantConnection(scope, ({ sql }) => readMetrics(sql, scope, request), "read"));
    return 0;
  },
};
