"use server";

import { z } from "zod";
import { acceptInvitation, invite, joinByInvitation, revokeInvitation } from "@/lib/invitations/mutations";
import { invitationLetter } from "@/lib/invitations/rules";
import { NewPassword, PersonName, RoleName } from "@/lib/people/schema";
import { defineAction, definePersonAction, definePublicAction } from "@/lib/platform/action";
import { Email } from "@/lib/platform/email-address";
import { sendMail } from "@/lib/platform/mail";
import { hashPassword } from "@/lib/platform/password";

export const inviteAction = defineAction(
  {
    name: "people.invite",
    input: z.strictObject({ workspace: z.string(), email: Email, role: RoleName }),
    limit: "20/m",
    audit: "people.invite",
  },
  async ({ scope }, { email, role }, { sql }) => ({ email, link: await invite(sql, scope, { email, role }), isMailed: false }),
  async ({ scope, person }, { email, link }) => ({
    email,
    link,
    isMailed: await sendMail(invitationLetter({ to: email, from: person.name ?? person.email, workspace: scope.name, link })),
  }),
);

export const revokeInvitationAction = defineAction(
  {
    name: "people.revoke-invitation",
    input: z.strictObject({ workspace: z.string(), id: z.uuid() }),
    limit: "60/m",
    audit: "people.revoke-invitation",
  },
  ({ scope }, { id }, { sql }) => revokeInvitation(sql, scope, id),
);

export const acceptInvitationAction = definePersonAction(
  { name: "invitation.accept", input: z.strictObject({ token: z.string().max(100) }), limit: "20/m" },
  (person, { token }) => acceptInvitation(token, person),
);

export const joinByInvitationAction = definePublicAction(
  {
    name: "invitation.join",
    input: z.strictObject({ token: z.string().max(100), name: PersonName, password: NewPassword }),
    limit: "10/m",
  },
  async (_, { token, name, password }) => joinByInvitation(token, { name, passwordHash: await hashPassword(password) }),
);
