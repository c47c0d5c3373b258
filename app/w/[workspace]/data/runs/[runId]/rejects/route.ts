import { z } from "zod";
import { findOriginal, findRun } from "@/lib/imports/data";
import { rejectedText } from "@/lib/imports/files/rejected-text";
import { listRejects } from "@/lib/imports/run";
import { withTenant } from "@/lib/platform/db";
import { Refusal } from "@/lib/platform/failure";
import { defineRoute } from "@/lib/platform/route";
import { streamed } from "@/lib/platform/streamed";

/** The rows a run refused, as a file. */
export const GET = defineRoute(
  { name: "/w/[workspace]/data/runs/[runId]/rejects", input: z.object({ workspace: z.string(), runId: z.string() }), limit: "30/m" },
  async ({ scope }, { runId }) => {
    const known = z.uuid().safeParse(runId).success;
    const [run, original] = await withTenant(
      scope,
      async ({ sql }) => (known ? ([await findRun(sql, scope, runId), await findOriginal(sql, scope, runId)] as const) : [null, null]),
      "read",
    );
    if (!run) throw new Refusal("not-found", "There is no such import in this workspace.");
    return new Response(streamed(rejectedText(original, listRejects(scope, run.id))), {
      headers: {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": `attachment; filename="${scope.slug}-${run.kind}-rejected-${run.startedAt.slice(0, 10)}.csv"`,
      },
    });
  },
);
