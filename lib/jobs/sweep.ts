import { isHealthStale } from "@/lib/health/state";
import { sweepFiles } from "@/lib/imports/files/work";
import { sweepUndos } from "@/lib/imports/undo-order";
import { isStale } from "@/lib/ledger/state";
import { isPostDue } from "@/lib/outbox/claims";
import { now } from "@/lib/platform/clock";
import { withTenantConnection } from "@/lib/platform/db";
import { identity } from "@/lib/platform/identity";
import { enqueueOutbox, enqueueRefresh } from "@/lib/platform/jobs";
import { systemScope } from "@/lib/platform/scope";

/**
 * Asks for a refresh of every workspace that records or time have left behind, and nobody asked for. Returns their slugs.
 * Uploads that nobody started are forgotten on the way, undos that lost their job are asked for again, and so is what is due in the outbox.
 */
export async function sweep(): Promise<string[]> {
  const asked: string[] = [];
  for (const { slug } of await identity<{ slug: string }>("workspaces", [])) {
    const scope = await systemScope(slug, "sweep");
    if (scope === null) continue;
    const stale = await withTenantConnection(scope, async ({ sql }) => {
      const behind = (await isStale(sql, now())) || (await isHealthStale(sql, scope, now()));
      if (behind) await enqueueRefresh(scope, sql);
      await sweepFiles(sql, scope);
      await sweepUndos(sql, scope);
      if (await isPostDue(sql)) await enqueueOutbox(scope, sql);
      return behind;
    });
    if (stale) asked.push(slug);
  }
  return asked;
}
