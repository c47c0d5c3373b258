import { bringHealthUpToDate } from "@/lib/jobs/up-to-date";
import { withTenantConnection } from "@/lib/platform/db";
import { enqueuePlaybooks, type RefreshJob } from "@/lib/platform/jobs";
import { systemScope } from "@/lib/platform/scope";

/** Lets one workspace's days of health and signals follow its ledger, and asks for the playbooks that now have something to do. */
export async function healthJob({ workspaceId, slug }: RefreshJob): Promise<void> {
  const scope = await systemScope(slug, "health");
  if (scope?.workspaceId !== workspaceId) return;
  await bringHealthUpToDate(scope);
  await withTenantConnection(scope, ({ sql }) => enqueuePlaybooks(scope, sql));
}
