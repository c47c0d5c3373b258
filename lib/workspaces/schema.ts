import { z } from "zod";
import { Slug } from "@/lib/people/schema";
import { isCurrency, isTimeZone } from "@/lib/workspaces/rules";

export const WorkspaceName = z
  .string()
  .trim()
  .min(1, { error: "A workspace needs a name." })
  .max(80, { error: "A name may have at most 80 characters." })
  .regex(/^\P{Cc}*$/u, { error: "A name is one line of plain characters." });

export const Currency = z
  .string()
  .trim()
  .toUpperCase()
  .refine(isCurrency, { error: "This is not a currency; use a code such as USD or EUR." });

export const TimeZone = z.string().trim().refine(isTimeZone, { error: "This is not a time zone; use a name such as Europe/Berlin." });

export const NewWorkspace = z.strictObject({
  slug: Slug,
  name: WorkspaceName,
  currency: Currency.default("USD"),
  timeZone: TimeZone.default("UTC"),
});
