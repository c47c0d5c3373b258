import { sendDue } from "@/lib/outbox/send";
import type { RefreshJob } from "@/lib/platform/jobs";
import { systemScope } from "@/lib/platform/scope";

/** Sends what waits in one workspace's outbox. */
export async function outboxJob({ workspaceId, slug }: RefreshJob): Promise<void> {
  const scope = await systemScope(slug, "outbox");
  if (scope?.workspaceId === workspaceId) await sendDue(scope);
}
