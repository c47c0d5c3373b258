import { listMembers } from "@/lib/people/data";
import { can } from "@/lib/people/matrix";
import type { Sql } from "@/lib/platform/db";
import type { MemberScope } from "@/lib/platform/scope";
import { type OpenSignal, openSignals, signalHistory } from "@/lib/signals/data";
import { listAccountTasks, type ShownTask } from "@/lib/tasks/data";
import { findPulse, type ShownPulse } from "@/lib/touchpoints/data";
import { CHANGES_OTHERS } from "@/lib/touchpoints/rules";

export type ActingView = {
  mayWrite: boolean;
  me: { id: string; email: string };
  /** May change what others wrote. */
  isOverOthers: boolean;
  members: { id: string; name: string }[];
  /** What is open, with what is put away. */
  signals: OpenSignal[];
  tasks: ShownTask[];
  pulse: ShownPulse | null;
  /** What each signal the account ever had says, by its kind, reason and first day. */
  signalWords: Record<string, string>;
};

/** What is to be done about an account, and what whoever looks may do. */
export async function readActing(sql: Sql, scope: MemberScope, accountId: string, asOf: Date): Promise<ActingView> {
  const { memberId, email, role } = scope.actor;
  return {
    mayWrite: can(role, "task.create"),
    me: { id: memberId, email },
    isOverOthers: CHANGES_OTHERS.has(role),
    members: (await listMembers(sql, scope)).map((member) => ({ id: member.id, name: member.name ?? member.email })),
    signals: await openSignals(sql, scope, { accounts: [accountId], withSnoozed: true }),
    tasks: await listAccountTasks(sql, scope, accountId),
    pulse: await findPulse(sql, scope, accountId, asOf),
    signalWords: Object.fromEntries(
      (await signalHistory(sql, accountId)).map(({ kind, reason, fromDay, name, words }) => [
        `${kind} ${reason} ${fromDay}`,
        `${name}: ${words}`,
      ]),
    ),
  };
}
