"use server";

import { after } from "next/server";
import { z } from "zod";
import { mailReset, makeMemberResetLink, resetPassword } from "@/lib/people/passwords/mutations";
import { MemberId, NewPassword } from "@/lib/people/schema";
import { defineAction, definePublicAction } from "@/lib/platform/action";
import { Email } from "@/lib/platform/email-address";
import { refuse } from "@/lib/platform/failure";
import { canMail } from "@/lib/platform/mail";

// The answer is gone before anybody is looked for, so that neither it nor its time tells who there is.
export const forgetPasswordAction = definePublicAction(
  { name: "password.forget", input: z.strictObject({ email: Email }), limit: "10/15m" },
  async (_, { email }) => {
    if (!canMail()) refuse("No mail is set up on this installation. Ask an owner or admin of your workspace for a link.");
    after(() => mailReset(email));
  },
);

export const resetPasswordAction = definePublicAction(
  { name: "password.reset", input: z.strictObject({ token: z.string().max(100), password: NewPassword }), limit: "10/15m" },
  (client, { token, password }) => resetPassword(token, password, client),
);

export const makeResetLinkAction = defineAction(
  {
    name: "people.reset-link",
    input: z.strictObject({ workspace: z.string(), memberId: MemberId }),
    limit: "20/m",
    audit: "people.reset-link",
  },
  async ({ scope }, { memberId }, { sql }) => ({ link: await makeMemberResetLink(sql, scope, memberId) }),
);
