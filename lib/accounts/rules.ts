import type { Day } from "@/lib/kernel/period";
import type { SubscriptionEvent } from "@/lib/subscriptions/rules";

export type MovementClass = "new" | "expansion" | "contraction" | "churn" | "reactivation";

/** A row of the ledger: the change and what it left, in minor units of its currency. */
export type LedgerRow = { at: string; on: Day; currency: string; delta: number; balance: number };

export type Movement = LedgerRow & { class: MovementClass; reason: string | null };

/**
 * An account's ledger, oldest first, with the class of each change and why it happened. New is the first; a change that leaves nothing in any
 * currency is churn, one that follows nothing a reactivation. The reasons are what its subscriptions did at that very instant.
 */
export function explainMovements(rows: readonly LedgerRow[], events: readonly SubscriptionEvent[]): Movement[] {
  const held = new Map<string, number>();
  return rows.map((row, index) => {
    const before = total(held);
    held.set(row.currency, row.balance);
    const reasons = events.filter(({ at }) => at === row.at).map(({ words }) => words);
    return {
      ...row,
      class: classOf(row.delta, { first: index === 0, before, after: total(held) }),
      reason: reasons.length === 0 ? null : reasons.join(", "),
    };
  });
}

/** Why an account moved in a period: what its subscriptions did in it, newest first, two at most. */
export function reasonsWithin(events: readonly SubscriptionEvent[], { startAt, endAt }: { startAt: string; endAt: string }): string | null {
  const within = events.filter(({ at }) => startAt <= at && at < endAt).sort((a, b) => (a.at < b.at ? 1 : -1));
  const words = [...new Set(within.map((event) => event.words))];
  if (words.length === 0) return null;
  return words.length > 2 ? `${words.slice(0, 2).join("; ")}; and ${words.length - 2} more` : words.join("; ");
}

function classOf(delta: number, { first, before, after }: { first: boolean; before: number; after: number }): MovementClass {
  if (first) return "new";
  if (after === 0) return "churn";
  if (before === 0) return "reactivation";
  return delta > 0 ? "expansion" : "contraction";
}

function total(held: ReadonlyMap<string, number>): number {
  return [...held.values()].reduce((sum, balance) => sum + balance, 0);
}
