import "server-only";
import { listMarks } from "@/lib/annotations/data";
import type { Mark } from "@/lib/annotations/rules";
import type { Day } from "@/lib/kernel/period";
import { dayAt } from "@/lib/kernel/zone";
import { countUnread } from "@/lib/notifications/data";
import { listMembers } from "@/lib/people/data";
import { can } from "@/lib/people/matrix";
import { namesOf } from "@/lib/people/rules";
import { readChange } from "@/lib/platform/changes";
import { now } from "@/lib/platform/clock";
import { withTenant } from "@/lib/platform/db";
import type { Acting } from "@/lib/platform/scope";
import { requireScope } from "@/lib/platform/session";
import { readTargets } from "@/lib/targets/data";
import type { Target } from "@/lib/targets/rules";

/** What the numbers of a workspace are shown with, wherever they are: their targets, what happened along the way, and who is who. */
export type Bearings = {
  readonly workspace: string;
  readonly currency: string;
  readonly today: Day;
  readonly targets: readonly Target[];
  readonly marks: readonly Mark[];
  readonly members: readonly { id: string; email: string }[];
  readonly me: Pick<Acting, "email" | "role" | "memberId">;
  readonly mayTarget: boolean;
  readonly mayNote: boolean;
};

/** `names`: of the members, by e-mail. `unread`: how many things are new to who looks. `change`: how often the figures had changed when they were read. */
export type Surroundings = { bearings: Bearings; names: Record<string, string>; unread: number; change: string };

/** What every page of a workspace stands in, in one moment. */
export async function loadSurroundings(slug: string): Promise<Surroundings> {
  const scope = await requireScope(slug);
  const { email, role, memberId } = scope.actor;
  const { targets, marks, members, unread, change } = await withTenant(
    scope,
    async ({ sql }) => ({
      targets: await readTargets(sql, scope),
      marks: await listMarks(sql, scope),
      members: await listMembers(sql, scope),
      unread: await countUnread(sql, scope),
      change: await readChange(sql),
    }),
    "read",
  );
  return {
    bearings: {
      workspace: slug,
      currency: scope.currency,
      today: dayAt(now(), scope.timeZone),
      targets,
      marks,
      members: members.map((member) => ({ id: member.id, email: member.email })),
      me: { email, role, memberId },
      mayTarget: can(role, "target.set"),
      mayNote: can(role, "annotation.create"),
    },
    names: namesOf(members),
    unread,
    change,
  };
}
