import { isHealthStale } from "@/lib/health/state";
import { sweepFiles } from "@/lib/imports/files/work";
import { sweepUndos } from "@/lib/imports/undo-order";
import { digestJob } from "@/lib/jobs/digest-job";
import { isStale } from "@/lib/ledger/state";
import { areSumsBehind } from "@/lib/metrics/kept/read";
import { isPostDue } from "@/lib/outbox/claims";
import { now } from "@/lib/platform/clock";
import { withTenantConnection } from "@/lib/platform/db";
import { identity } from "@/lib/platform/identity";
import { enqueueOutbox, enqueuePlaybooks, enqueueRefresh } from "@/lib/platform/jobs";
import { systemScope } from "@/lib/platform/scope";
import { isRunDue } from "@/lib/playbooks/go";
import { areSignalsStale } from "@/lib/signals/refresh";

/**
 * Asks for a refresh of every workspace that records or time have left behind, and nobody asked for. Returns their slugs.
 * Uploads that nobody started are forgotten on the way, undos that lost their job are asked for again, and so are what is due in the outbox and playbooks that have waited long enough; digests whose hour has come are put together.
 */
export async function sweep(): Promise<string[]> {
  const asked: string[] = [];
  for (const { slug } of await identity<{ slug: string }>("workspaces", [])) {
    const scope = await systemScope(slug, "sweep");
    if (scope === null) continue;
    const stale = await withTenantConnection(scope, async ({ sql }) => {
      const behind =
        (await isStale(sql, now())) ||
        (await areSumsBehind(sql, now())) ||
        (await isHealthStale(sql, scope, now())) ||
        (await areSignalsStale(sql, scope));
      if (behind) await enqueueRefresh(scope, sql);
      await sweepFiles(sql, scope);
      await sweepUndos(sql, scope);
      if (await isPostDue(sql)) await enqueueOutbox(scope, sql);
      if (await isRunDue(sql, now())) await enqueuePlaybooks(scope, sql);
      return behind;
    });
    await digestJob(scope, new Date());
    if (stale) asked.push(slug);
  }
  return asked;
}
