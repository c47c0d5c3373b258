import { digestJob } from "@/lib/jobs/digest-job";
import { sendDue } from "@/lib/outbox/send";
import type { RefreshJob } from "@/lib/platform/jobs";
import { systemScope } from "@/lib/platform/scope";

/** Puts what members are to be told by mail into one workspace's outbox, and sends what waits there. */
export async function outboxJob({ workspaceId, slug }: RefreshJob): Promise<void> {
  const scope = await systemScope(slug, "outbox");
  if (scope?.workspaceId !== workspaceId) return;
  await digestJob(scope, new Date());
  await sendDue(scope);
}
