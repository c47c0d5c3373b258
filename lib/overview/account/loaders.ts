import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import { type AccountView, readAccountView } from "@/lib/accounts/page/data";
import type { AccountHealth } from "@/lib/health/account";
import { readAccountHealth } from "@/lib/health/data";
import { can } from "@/lib/people/matrix";
import { type PlansView, readPlansView } from "@/lib/plans/loaders";
import { now } from "@/lib/platform/clock";
import { withTenant } from "@/lib/platform/db";
import { requireScope } from "@/lib/platform/session";
import { type ActingView, readActing } from "@/lib/signals/queue/acting";

/** `health` is that of the last day made; null where the account is not scored then. */
export type AccountPage = AccountView & { health: AccountHealth | null; mayOverride: boolean; acting: ActingView; plans: PlansView };

/** All of one account's page at one moment. A stranger's account and one that does not exist look the same. */
export const loadAccount = cache(async (slug: string, id: string, show: string): Promise<AccountPage> => {
  const scope = await requireScope(slug, "/w/[workspace]/accounts/[accountId]");
  const asOf = now();
  const page = await withTenant(
    scope,
    async ({ sql }) => {
      const view = await readAccountView(sql, scope, { id, show }, asOf);
      if (!view) return null;
      return {
        ...view,
        health: await readAccountHealth(sql, scope, id),
        mayOverride: can(scope.actor.role, "health.set-override"),
        acting: await readActing(sql, scope, id, asOf),
        plans: await readPlansView(sql, scope, id, asOf),
      };
    },
    "read",
  );
  return page ?? notFound();
});
