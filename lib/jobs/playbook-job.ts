import { tellNews } from "@/lib/jobs/news";
import { now } from "@/lib/platform/clock";
import { withTenant } from "@/lib/platform/db";
import type { RefreshJob } from "@/lib/platform/jobs";
import { systemScope } from "@/lib/platform/scope";
import { goOn } from "@/lib/playbooks/go";
import { startRuns } from "@/lib/playbooks/start";

/** Starts the playbooks of one workspace for what set them off, takes every run as far as it goes, and tells members what is new. */
export async function playbookJob({ workspaceId, slug }: RefreshJob): Promise<void> {
  const scope = await systemScope(slug, "playbooks");
  if (scope?.workspaceId !== workspaceId) return;
  const at = now();
  await withTenant(scope, ({ sql }) => startRuns(sql, scope, at), "work");
  await goOn(scope, at);
  await withTenant(scope, ({ sql }) => tellNews(sql, scope, at), "work");
}
