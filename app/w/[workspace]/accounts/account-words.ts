import type { Tone } from "@/components/ui/badge";
import type { AccountSort, AccountState } from "@/lib/accounts/choices";
import { daysBetween } from "@/lib/kernel/period";
import { describeDay, describeDistance } from "@/lib/kernel/period-words";

export const STATE_WORDS: Record<AccountState, { label: string; tone: Tone }> = {
  customer: { label: "Customer", tone: "plain" },
  churned: { label: "Churned", tone: "bad" },
  never: { label: "Never paid", tone: "plain" },
};

export const SORT_WORDS: Record<AccountSort, string> = {
  mrr: "MRR",
  name: "name",
  renewal: "renewal",
  moved: "last movement",
  seats: "seats",
};

/** `12 Mar 2027, in 111 days`; a dash where none is known. */
export function renewalWords(renewsOn: string | null, today: string): string {
  return renewsOn === null ? "—" : `${describeDay(renewsOn)}, ${describeDistance(daysBetween(today, renewsOn))}`;
}
