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

/** What happened to an account's subscriptions and may have moved its MRR, with its instant; one that ends as another begins is a change from the one to the other. */
export function subscriptionEvents(subscriptions: readonly ShownSubscription[]): SubscriptionEvent[] {
  const swaps = swapsOf(subscriptions);
  const swapped = new Set(swaps.flatMap(({ from, to }) => [`${from.id} end`, `${to.id} begin`]));
  return [
    ...swaps.map(({ at, from, to }) => ({ at, words: changeWords(from, to) })),
    ...subscriptions.flatMap((subscription) => eventsOf(subscription).filter(({ kind }) => !swapped.has(`${subscription.id} ${kind}`))),
  ].map(({ at, words }) => ({ at, words }));
}

type Swap = { at: string; from: ShownSubscription; to: ShownSubscription };

// Only where it is plain which became which: one ends and one begins at that instant.
function swapsOf(subscriptions: readonly ShownSubscription[]): Swap[] {
  return subscriptions.flatMap((to) => {
    const at = beginOf(to);
    const ended = subscriptions.filter((other) => endOf(other) === at);
    const [from] = ended;
    const begun = subscriptions.filter((other) => beginOf(other) === at);
    return from && ended.length === 1 && begun.length === 1 && from !== to ? [{ at, from, to }] : [];
  });
}

function changeWords(from: ShownSubscription, to: ShownSubscription): string {
  const plan = to.plan ?? to.externalId;
  const seats = from.seats !== to.seats && from.seats !== null && to.seats !== null ? `${from.seats} to ${to.seats} seats` : "";
  if (from.plan !== to.plan) return `${from.plan ?? from.externalId} to ${plan}${seats ? `, ${seats}` : ""}`;
  return `${plan}: ${seats || (from.interval === to.interval ? "new price" : `${from.interval}ly to ${to.interval}ly`)}`;
}

function eventsOf(subscription: ShownSubscription): (SubscriptionEvent & { kind: "begin" | "end" | "else" })[] {
  const { startedAt, trialEndsAt, unpaidFromAt, discounts, pauses } = subscription;
  const name = nameOf(subscription);
  const wasTrial = trialEndsAt !== null && trialEndsAt > startedAt;
  const events: { at: string | null; words: string; kind: "begin" | "end" | "else" }[] = [
    { at: beginOf(subscription), words: wasTrial ? `${name}: trial became paid` : `${name} began`, kind: "begin" },
    { at: endOf(subscription), words: `${name} ended${because(subscription)}`, kind: "end" },
    { at: unpaidFromAt, words: `${name} went unpaid`, kind: "else" },
    ...discounts.flatMap(({ startsAt, endsAt }) => [
      { at: startsAt, words: `discount on ${name} began`, kind: "else" as const },
      { at: endsAt, words: `discount on ${name} ended`, kind: "else" as const },
    ]),
    ...pauses.flatMap(({ fromAt, untilAt }) => [
      { at: fromAt, words: `${name} paused`, kind: "else" as const },
      { at: untilAt, words: `${name} resumed`, kind: "else" as const },
    ]),
  ];
  return events.flatMap(({ at, words, kind }) => (at === null ? [] : [{ at, words, kind }]));
}

function beginOf({ startedAt, trialEndsAt }: ShownSubscription): string {
  return trialEndsAt !== null && trialEndsAt > startedAt ? trialEndsAt : startedAt;
}

function endOf({ endedAt, status, canceledAt }: ShownSubscription): string | null {
  return endedAt ?? (status === "canceled" ? canceledAt : null);
}

function nameOf({ plan, seats, externalId }: ShownSubscription): string {
  return `${plan ?? externalId}${seats ? ` (${seats} ${seats === 1 ? "seat" : "seats"})` : ""}`;
}

function because({ churnReason }: ShownSubscription): string {
  return churnReason ? `: ${churnReason}` : "";
}
