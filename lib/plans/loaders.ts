import type { Day } from "@/lib/kernel/period";
import { dayAt } from "@/lib/kernel/zone";
import { listMembers, type MemberRow } from "@/lib/people/data";
import { can } from "@/lib/people/matrix";
import { listPlans, type ShownPlan } from "@/lib/plans/data";
import type { Sql } from "@/lib/platform/db";
import type { MemberScope } from "@/lib/platform/scope";

export type PlansView = {
  workspace: string;
  account: string;
  plans: ShownPlan[];
  members: Pick<MemberRow, "id" | "email" | "name">[];
  mayPlan: boolean;
  today: Day;
};

/** An account's success plans, and who may be after them. */
export async function readPlansView(sql: Sql, scope: MemberScope, account: string, asOf: Date): Promise<PlansView> {
  return {
    workspace: scope.slug,
    account,
    plans: await listPlans(sql, scope, account, asOf),
    members: (await listMembers(sql, scope)).filter(({ role }) => role !== "viewer").map(({ id, email, name }) => ({ id, email, name })),
    mayPlan: can(scope.actor.role, "plan.create"),
    today: dayAt(asOf, scope.timeZone),
  };
}
