import { can } from "@/lib/people/matrix";
import type { Acting } from "@/lib/platform/scope";

/** What whoever looks may do to records: make and change them, and delete an account with all that hangs on it. */
export type Rights = { write: boolean; deleteAccount: boolean };

export function rightsOf({ role }: Acting): Rights {
  return { write: can(role, "record.change"), deleteAccount: can(role, "account.delete") };
}
