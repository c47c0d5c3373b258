import { can } from "@/lib/people/matrix";
import type { Acting } from "@/lib/platform/scope";
import type { SavedView } from "@/lib/views/data";

/** A view, and whether whoever looks may change it. */
export type ShownView = SavedView & { readonly mayChange: boolean };

type Who = Pick<Acting, "email" | "role">;

/** Who only looks keeps views of their own, and hands none to others. */
export function mayShare({ role }: Who): boolean {
  return can(role, "task.create");
}

/** One's own, and what is everybody's for those who look after everybody's things. */
export function mayChange({ author, shared }: { author: string; shared: boolean }, { email, role }: Who): boolean {
  return author === email || (shared && can(role, "account.reassign"));
}
