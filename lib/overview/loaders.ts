import "server-only";
import { type Frame, knownPeriod, readFrame, shownFaces } from "@/lib/metrics/loaders";
import type { ShownMetric } from "@/lib/metrics/rows-face";
import type { OverviewRequest } from "@/lib/metrics/schema";
import { readWholeOverview, type WholeOverview } from "@/lib/overview/data";
import { withTenant } from "@/lib/platform/db";
import { requireScope } from "@/lib/platform/session";
import { type FirstStepsView, readFirstSteps } from "@/lib/workspaces/loaders";

/** `firstSteps`: of a workspace that has not come all the way and has not put them away; null for others. */
export type OverviewPage = Frame & {
  faces: ShownMetric[];
  request: OverviewRequest;
  data: WholeOverview;
  firstSteps: FirstStepsView | null;
};

/** The overview as an address asks for it. */
export async function loadOverview(
  slug: string,
  asked: Omit<OverviewRequest, "workspace" | "period"> & { period: string | null },
): Promise<OverviewPage> {
  const scope = await requireScope(slug, "/w/[workspace]/overview");
  return withTenant(
    scope,
    async ({ sql }) => {
      const frame = await readFrame(sql, scope);
      const request = { ...asked, workspace: slug, period: knownPeriod(asked.period) ?? frame.span.opensAt };
      const steps = scope.isDemo ? null : await readFirstSteps(sql, scope);
      const firstSteps = steps && !steps.isDone && !steps.isHidden ? steps : null;
      return { ...frame, faces: shownFaces(), request, data: await readWholeOverview(sql, scope, request), firstSteps };
    },
    "read",
  );
}
