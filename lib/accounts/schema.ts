import { z } from "zod";
import {
  ACCOUNT_COLUMNS,
  ACCOUNT_DIMENSIONS,
  ACCOUNT_SORTS,
  ACCOUNT_STATES,
  type AccountsRequest,
  RENEWS_WITHIN,
} from "@/lib/accounts/choices";
import { BANDS } from "@/lib/kernel/band-words";
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

const named = z.string().max(200);

/** What a list of accounts is asked for, as its address has it: `whose` is all, mine, team, or one owner's e-mail. */
export const AccountsAsked = z.strictObject({
  search: z.string().max(100),
  where: z.partialRecord(z.enum(ACCOUNT_DIMENSIONS), named.nullable()),
  whose: named,
  state: z.enum(ACCOUNT_STATES).nullable(),
  band: z.enum(BANDS).nullable(),
  renews: z.literal(RENEWS_WITHIN).nullable(),
  sort: z.enum(ACCOUNT_SORTS),
  turned: z.boolean(),
  columns: z.array(z.enum(ACCOUNT_COLUMNS)).max(ACCOUNT_COLUMNS.length),
  after: z.string().max(600).nullable(),
});

export type AccountsAsked = z.output<typeof AccountsAsked>;

/** What is read of what was asked, once it is known whose accounts are meant. */
export function accountsRequest(
  { whose: _, where, ...asked }: AccountsAsked,
  { owners, limit }: { owners: readonly string[] | null; limit: number },
): AccountsRequest {
  return { ...asked, where: Object.fromEntries(Object.entries(where).filter(([, value]) => value !== undefined)), owners, limit };
}
