import { z } from "zod";
import { findHeader, findRun } from "@/lib/imports/data";
import type { Reject } from "@/lib/imports/prepared";
import { listRejects } from "@/lib/imports/run";
import { CSV_START, csvRow } from "@/lib/kernel/csv";
import { withTenant } from "@/lib/platform/db";
import { Refusal } from "@/lib/platform/failure";
import { defineRoute } from "@/lib/platform/route";
import { streamed } from "@/lib/platform/streamed";

/** The rows a run refused, as they were read, after the line they began on and the reason. */
export const GET = defineRoute(
  { name: "/w/[workspace]/data/runs/[runId]/rejects", input: z.object({ workspace: z.string(), runId: z.string() }), limit: "30/m" },
  async ({ scope }, { runId }) => {
    const known = z.uuid().safeParse(runId).success;
    const [run, header] = await withTenant(
      scope,
      async ({ sql }) => (known ? ([await findRun(sql, scope, runId), await findHeader(sql, scope, runId)] as const) : [null, []]),
      "read",
    );
    if (!run) throw new Refusal("not-found", "There is no such import in this workspace.");
    return new Response(streamed(lines(header, listRejects(scope, run.id))), {
      headers: {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": `attachment; filename="${scope.slug}-${run.kind}-rejected-${run.startedAt.slice(0, 10)}.csv"`,
      },
    });
  },
);

async function* lines(header: readonly string[], pages: AsyncGenerator<Reject[]>): AsyncGenerator<string> {
  let head: readonly string[] | null = header;
  for await (const page of pages) {
    if (head) yield CSV_START + csvRow(["line", "reason", ...(head.length > 0 ? head : numbered(page))]);
    head = null;
    yield page.map(({ line, reason, cells }) => csvRow([line, reason, ...cells])).join("");
  }
  if (head) yield CSV_START + csvRow(["line", "reason", ...head]);
}

// The header of a file that came by the command line is not kept.
function numbered(page: readonly Reject[]): string[] {
  return Array.from({ length: Math.max(...page.map(({ cells }) => cells.length)) }, (_, index) => `column ${index + 1}`);
}
