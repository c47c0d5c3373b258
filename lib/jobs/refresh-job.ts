import { refresh } from "@/lib/ledger/refresh";
import { keepSums } from "@/lib/metrics/kept/keep";
import { now } from "@/lib/platform/clock";
import { withTenantConnection } from "@/lib/platform/db";
import { awaitEnqueuers, enqueueHealth, type RefreshJob } from "@/lib/platform/jobs";
import { type Scope, systemScope } from "@/lib/platform/scope";

/**
 * Brings one workspace's ledger and sums up to date, tells its pages, and asks for health to follow, which takes longer and has a job of its own. A workspace
 * that is gone, or another that took its slug, is left alone.
 */
export async function refreshJob(job: RefreshJob): Promise<void> {
  const scope = await scopeOf(job);
  if (scope === null) return;
  await withTenantConnection(scope, ({ sql }) => awaitEnqueuers(scope.workspaceId, sql));
  await refresh(scope, now(), keepSums);
  await withTenantConnection(scope, ({ sql }) => enqueueHealth(scope, sql));
}

async function scopeOf({ workspaceId, slug }: RefreshJob): Promise<Scope | null> {
  if (!workspaceId || !slug) throw new Error("a job names its workspace");
  const scope = await systemScope(slug, "refresh");
  return scope?.workspaceId === workspaceId ? scope : null;
}
