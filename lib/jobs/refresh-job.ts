import { bringUpToDate } from "@/lib/jobs/up-to-date";
import { withTenantConnection } from "@/lib/platform/db";
import { awaitEnqueuers, enqueuePlaybooks, type RefreshJob } from "@/lib/platform/jobs";
import { type Scope, systemScope } from "@/lib/platform/scope";

/** Brings one workspace's derived tables up to date, and asks for the playbooks that now have something to do. A workspace that is gone, or another that took its slug, is left alone. */
export async function refreshJob(job: RefreshJob): Promise<void> {
  const scope = await scopeOf(job);
  if (scope === null) return;
  await withTenantConnection(scope, ({ sql }) => awaitEnqueuers(scope.workspaceId, sql));
  await bringUpToDate(scope);
  await withTenantConnection(scope, ({ sql }) => enqueuePlaybooks(scope, sql));
}

async function scopeOf({ workspaceId, slug }: RefreshJob): Promise<Scope | null> {
  if (!workspaceId || !slug) throw new Error("a job names its workspace");
  const scope = await systemScope(slug, "refresh");
  return scope?.workspaceId === workspaceId ? scope : null;
}
