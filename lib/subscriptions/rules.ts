import type { Day } from "@/lib/kernel/period";
import { describeDay } from "@/lib/kernel/period-words";

/** A subscription as its page reads it: days are the workspace's local ones, `At` are instants. */
export type ShownSubscription = {
  id: string;
  accountId: string;
  externalId: string;
  plan: string | null;
  status: string;
  amount: number;
  currency: string;
  interval: "day" | "week" | "month" | "quarter" | "year" | "none";
  intervalCount: number;
  quantity: number;
  seats: number | null;
  startedOn: Day;
  startedAt: string;
  endedOn: Day | null;
  endedAt: string | null;
  trialEndsOn: Day | null;
  trialEndsAt: string | null;
  pastDueSinceOn: Day | null;
  unpaidFromOn: Day | null;
  unpaidFromAt: string | null;
  canceledOn: Day | null;
  canceledAt: string | null;
  renewsOn: Day | null;
  churnReason: string | null;
  discounts: ShownDiscount[];
  pauses: { fromOn: Day; fromAt: string; untilOn: Day | null; untilAt: string | null }[];
};

export type ShownDiscount = {
  type: "percent" | "fixed";
  value: number;
  duration: "forever" | "repeating" | "once";
  startsOn: Day | null;
  endsOn: Day | null;
  startsAt: string | null;
  endsAt: string | null;
};

export type SubscriptionState = { words: string; tone: "good" | "watch" | "bad" | "plain" };

/** What a subscription is on a day, in words. Dated facts win over the status, as they do in the ledger. */
export function describeState(subscription: ShownSubscription, today: Day): SubscriptionState {
  const { startedOn, endedOn, trialEndsOn, canceledOn, unpaidFromOn, pastDueSinceOn, renewsOn, status } = subscription;
  const pause = subscription.pauses.find(({ fromOn, untilOn }) => fromOn <= today && (untilOn === null || today < untilOn));
  const end = endedOn ?? (status === "canceled" ? canceledOn : null);
  if (end !== null && end <= today) return { words: `Ended ${describeDay(end)}${because(subscription)}`, tone: "plain" };
  if (startedOn > today) return { words: `Starts ${describeDay(startedOn)}`, tone: "plain" };
  if (pause)
    return {
      words: pause.untilOn ? `Paused until ${describeDay(pause.untilOn)}` : `Paused since ${describeDay(pause.fromOn)}`,
      tone: "watch",
    };
  if (status === "paused") return { words: "Paused", tone: "watch" };
  if (unpaidFromOn !== null && unpaidFromOn <= today) return { words: `Unpaid since ${describeDay(unpaidFromOn)}`, tone: "bad" };
  if (trialEndsOn !== null && trialEndsOn > today) return { words: `Trial until ${describeDay(trialEndsOn)}`, tone: "plain" };
  if (end !== null) return { words: `Ends ${describeDay(end)}${because(subscription)}`, tone: "bad" };
  if (pastDueSinceOn !== null && pastDueSinceOn <= today) return { words: `Past due since ${describeDay(pastDueSinceOn)}`, tone: "bad" };
  if (status === "unpaid") return { words: "Unpaid", tone: "bad" };
  if (status === "trialing" && trialEndsOn === null) return { words: "Trial", tone: "plain" };
  return { words: renewsOn !== null && renewsOn >= today ? `Active, renews ${describeDay(renewsOn)}` : "Active", tone: "good" };
}

/** A discount in words; `money` writes minor units of the subscription's currency. */
export function describeDiscount({ type, value, duration, startsOn, endsOn }: ShownDiscount, money: (minor: number) => string): string {
  const size = type === "percent" ? `${value}% off` : `${money(value)} off`;
  if (duration === "once") return `${size}, once`;
  if (endsOn !== null) return `${size} until ${describeDay(endsOn)}`;
  return duration === "forever" ? `${size}, for good` : `${size}${startsOn === null ? "" : ` from ${describeDay(startsOn)}`}`;
}

export type SubscriptionEvent = { at: string; words: string };

/** What happened to a subscription and may have moved MRR, with its instant: the reasons behind an account's movements. */
export function subscriptionEvents(subscription: ShownSubscription): SubscriptionEvent[] {
  const { startedAt, endedAt, trialEndsAt, canceledAt, unpaidFromAt, status, discounts, pauses } = subscription;
  const name = nameOf(subscription);
  const events: { at: string | null; words: string }[] = [
    {
      at: trialEndsAt === null || trialEndsAt <= startedAt ? startedAt : trialEndsAt,
      words: trialEndsAt === null || trialEndsAt <= startedAt ? `${name} began` : `${name}: trial became paid`,
    },
    { at: endedAt ?? (status === "canceled" ? canceledAt : null), words: `${name} ended${because(subscription)}` },
    { at: unpaidFromAt, words: `${name} went unpaid` },
    ...discounts.flatMap(({ startsAt, endsAt }) => [
      { at: startsAt, words: `discount on ${name} began` },
      { at: endsAt, words: `discount on ${name} ended` },
    ]),
    ...pauses.flatMap(({ fromAt, untilAt }) => [
      { at: fromAt, words: `${name} paused` },
      { at: untilAt, words: `${name} resumed` },
    ]),
  ];
  return events.flatMap(({ at, words }) => (at === null ? [] : [{ at, words }]));
}

function nameOf({ plan, seats, externalId }: ShownSubscription): string {
  return `${plan ?? externalId}${seats ? ` (${seats} ${seats === 1 ? "seat" : "seats"})` : ""}`;
}

function because({ churnReason }: ShownSubscription): string {
  return churnReason ? `: ${churnReason}` : "";
}
