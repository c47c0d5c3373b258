import { type Day, daysBetween } from "@/lib/kernel/period";
import type { Detail } from "@/lib/signals/signal";

/** A day on which an account met the condition of a signal. */
export type Met = {
  readonly accountId: string;
  readonly kind: string;
  readonly reason: string;
  readonly day: Day;
  readonly strength: number;
  readonly detail: Detail;
};

/** While a signal lasted: from the day it was first met until the day on which it no longer was open (null: it is). */
export type Spell = Omit<Met, "day"> & { readonly fromDay: Day; readonly lastDay: Day; readonly untilDay: Day | null };

type Told = {
  /** The spell that was open before the first day, as it then was. */
  readonly open: Spell | null;
  readonly met: readonly Met[];
  /** Days on which the account is not scored. */
  readonly gone: ReadonlySet<Day>;
  /** So many days without being met do not end a spell. */
  readonly lingers: number;
};

/**
 * The spells of one account, kind and reason over a stretch of days. A day on which the condition is met opens a spell or prolongs it; one on which it is not
 * ends it, once it has lingered, or at once where the account is gone. Walking a stretch in two parts gives what walking it in one does.
 */
export function spellsOf(days: readonly Day[], { open, met, gone, lingers }: Told): Spell[] {
  const onDay = new Map(met.map((each) => [each.day, each]));
  const closed: Spell[] = [];
  let current = open;
  for (const day of days) {
    const found = onDay.get(day);
    if (found) {
      const { day: lastDay, ...rest } = found;
      current = { ...rest, fromDay: current?.fromDay ?? day, lastDay, untilDay: null };
    } else if (current && (gone.has(day) || daysBetween(current.lastDay, day) > lingers)) {
      closed.push({ ...current, untilDay: day });
      current = null;
    }
  }
  return current ? [...closed, current] : closed;
}
