import "server-only";
import type { Day } from "@/lib/kernel/period";
import { dayAt } from "@/lib/kernel/zone";
import { listMembers, type MemberRow } from "@/lib/people/data";
import { can } from "@/lib/people/matrix";
import { listPlans, type ShownPlan } from "@/lib/plans/data";
import { now } from "@/lib/platform/clock";
import { withTenant } from "@/lib/platform/db";
import { requireScope } from "@/lib/platform/session";

export type PlansView = {
  workspace: string;
  account: string;
  plans: ShownPlan[];
  members: Pick<MemberRow, "id" | "email" | "name">[];
  mayPlan: boolean;
  today: Day;
};

/** An account's success plans, and who may be after them. */
export async function loadPlans(slug: string, account: string): Promise<PlansView> {
  const scope = await requireScope(slug, "/w/[workspace]/accounts/[accountId]");
  const asOf = now();
  return withTenant(
    scope,
    async ({ sql }) => ({
      workspace: slug,
      account,
      plans: await listPlans(sql, scope, account, asOf),
      members: (await listMembers(sql, scope)).filter(({ role }) => role !== "viewer").map(({ id, email, name }) => ({ id, email, name })),
      mayPlan: can(scope.actor.role, "plan.create"),
      today: dayAt(asOf, scope.timeZone),
    }),
    "read",
  );
}
