import { z } from "zod";
import { email, instant, key, label, note, optional, text, whole } from "@/lib/platform/record";

export const AccountRecord = z.strictObject({
  externalId: key,
  name: text,
  domain: label,
  segment: label,
  plan: label,
  industry: label,
  region: label,
  country: label,
  ownerEmail: email,
  stage: label,
  seats: optional(whole),
  startedAt: optional(instant),
  attributes: z.record(z.string(), z.string()).default({}),
});

export const ContactRecord = z.strictObject({
  externalId: key,
  account: key,
  name: note,
  email: label,
  role: label,
  title: note,
  isChampion: z.boolean({ error: "unknown-value" }).default(false),
});
