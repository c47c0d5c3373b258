import { z } from "zod";
import { passwordFault } from "@/lib/people/rules";
import { ROLES } from "@/lib/platform/scope";

export const Slug = z.string().regex(/^[a-z0-9](?:[a-z0-9-]{0,46}[a-z0-9])?$/, {
  error: "An address has 1 to 48 small letters, digits and hyphens, and begins and ends with a letter or digit.",
});

export const RoleName = z.enum(ROLES, { error: `A role is one of ${ROLES.join(", ")}.` });

export const NewPassword = z
  .string()
  .max(512, { error: "A password may have at most 128 characters." })
  .superRefine((password, context) => {
    const fault = passwordFault(password);
    if (fault !== null) context.addIssue({ code: "custom", message: fault });
  });

export const PersonName = z
  .string()
  .trim()
  .min(1, { error: "A name cannot be empty." })
  .max(80, { error: "A name may have at most 80 characters." })
  .regex(/^\P{Cc}*$/u, { error: "A name is one line of plain characters." });

export const MemberId = z.uuid({ error: "This member does not exist." });
