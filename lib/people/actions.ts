"use server";

import { cookies } from "next/headers";
import { z } from "zod";
import { changePassword, changeRole, removeMember, renamePerson, setManager } from "@/lib/people/mutations";
import { MemberId, NewPassword, PersonName, RoleName } from "@/lib/people/schema";
import { defineAction, definePersonAction } from "@/lib/platform/action";
import { identity } from "@/lib/platform/identity";
import { sessionCookieName } from "@/lib/platform/session-token";

export const changeRoleAction = defineAction(
  {
    name: "people.change-role",
    input: z.strictObject({ workspace: z.string(), memberId: MemberId, role: RoleName }),
    limit: "60/m",
    audit: "people.change-role",
  },
  ({ scope }, { memberId, role }, { sql }) => changeRole(sql, scope, { memberId, role }),
);

export const setManagerAction = defineAction(
  {
    name: "people.set-manager",
    input: z.strictObject({ workspace: z.string(), memberId: MemberId, managerId: MemberId.nullable() }),
    limit: "60/m",
    audit: "people.set-manager",
  },
  ({ scope }, { memberId, managerId }, { sql }) => setManager(sql, scope, { memberId, managerId }),
);

export const removeMemberAction = defineAction(
  { name: "people.remove", input: z.strictObject({ workspace: z.string(), memberId: MemberId }), limit: "60/m", audit: "people.remove" },
  ({ scope }, { memberId }, { sql }) => removeMember(sql, scope, memberId),
);

export const renamePersonAction = definePersonAction(
  { name: "person.rename", input: z.strictObject({ name: PersonName }), limit: "20/m" },
  (person, { name }) => renamePerson(person, name),
);

export const changePasswordAction = definePersonAction(
  { name: "person.change-password", input: z.strictObject({ current: z.string().max(512), next: NewPassword }), limit: "5/m" },
  async (person, { current, next }) => {
    await changePassword(person, { current, next });
    await forgetCookie();
  },
);

export const signOutAction = definePersonAction({ name: "person.sign-out", input: z.strictObject({}), limit: "60/m" }, async (person) => {
  await identity("close_session", [person.sessionId, person.personId]);
  await forgetCookie();
});

export const signOutEverywhereAction = definePersonAction(
  { name: "person.sign-out-everywhere", input: z.strictObject({}), limit: "20/m" },
  async (person) => {
    await identity("close_sessions", [person.personId]);
    await forgetCookie();
  },
);

export const endSessionAction = definePersonAction(
  { name: "person.end-session", input: z.strictObject({ sessionId: z.uuid() }), limit: "60/m" },
  async (person, { sessionId }) => {
    await identity("close_session", [sessionId, person.personId]);
  },
);

async function forgetCookie(): Promise<void> {
  (await cookies()).delete({ name: sessionCookieName(), path: "/" });
}
