import { tellNews } from "@/lib/jobs/news";
import { tellPages } from "@/lib/platform/changes";
import { now } from "@/lib/platform/clock";
import { withTenant } from "@/lib/platform/db";
import type { RefreshJob } from "@/lib/platform/jobs";
import { systemScope } from "@/lib/platform/scope";
import { goOn } from "@/lib/playbooks/go";
import { startRuns } from "@/lib/playbooks/start";

/** Starts the playbooks of one workspace for what set them off, takes every run as far as it goes, and tells members what is new and pages that they changed. */
export async function playbookJob({ workspaceId, slug }: RefreshJob): Promise<void> {
  const scope = await systemScope(slug, "playbooks");
  if (scope?.workspaceId !== workspaceId) return;
  const at = now();
  const started = await withTenant(scope, ({ sql }) => startRuns(sql, scope, at), "work");
  const gone = await goOn(scope, at);
  await withTenant(
    scope,
    async ({ sql }) => {
      await tellNews(sql, scope, at);
      if (started + gone > 0) await tellPages(sql, scope);
    },
    "work",
  );
}
