import { AddButton, EditButton } from "@/app/w/[workspace]/accounts/editing/record-editor";
import { Badge } from "@/components/ui/badge";
import { Sheet } from "@/components/ui/sheet";
import type { AccountView } from "@/lib/accounts/page/data";
import { formatMoney } from "@/lib/kernel/money";
import { describeDay } from "@/lib/kernel/period-words";
import { describeDiscount, describeState, type ShownSubscription } from "@/lib/subscriptions/rules";

const SHOWN = 8;

/** What they pay for, the running ones first. */
export function Subscriptions({ subscriptions, account: { today } }: Pick<AccountView, "subscriptions" | "account">) {
  const running = subscriptions.filter((subscription) => !hasEnded(subscription, today));
  const ended = subscriptions.filter((subscription) => hasEnded(subscription, today));
  const ordered = [...running, ...ended];
  return (
    <Sheet
      title="Subscriptions"
      note={`${running.length} running, ${ended.length} ended`}
      actions={<AddButton kind="subscriptions" />}
      flush
    >
      {subscriptions.length === 0 ? (
        <p className="border-line border-t px-4 py-8 text-center text-ink-2 text-sm">No subscription is known.</p>
      ) : null}
      <ul className="divide-y divide-line border-line border-t empty:border-0">
        {ordered.slice(0, SHOWN).map((subscription) => (
          <Line key={subscription.id} subscription={subscription} today={today} />
        ))}
      </ul>
      {ordered.length > SHOWN ? (
        <details className="border-line border-t">
          <summary className="cursor-pointer px-4 py-2.5 text-accent text-sm">Show {ordered.length - SHOWN} more</summary>
          <ul className="divide-y divide-line">
            {ordered.slice(SHOWN).map((subscription) => (
              <Line key={subscription.id} subscription={subscription} today={today} />
            ))}
          </ul>
        </details>
      ) : null}
    </Sheet>
  );
}

function Line({ subscription, today }: { subscription: ShownSubscription; today: string }) {
  const { plan, externalId, seats, startedOn, currency, discounts } = subscription;
  const state = describeState(subscription, today);
  return (
    <li className="grid grid-cols-1 gap-1 px-4 py-3">
      <div className="flex items-baseline justify-between gap-3">
        <span className="wrap-anywhere min-w-0 font-medium">{plan ?? externalId}</span>
        <span className="figures flex shrink-0 items-center gap-2">
          {priceWords(subscription)}
          <EditButton kind="subscriptions" id={subscription.id} name={plan ?? externalId} />
        </span>
      </div>
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-ink-3 text-xs">
        <Badge tone={state.tone}>{state.words}</Badge>
        <span>since {describeDay(startedOn)}</span>
        {seats ? <span>{seats.toLocaleString("en-US")} seats</span> : null}
        {plan ? <span>{externalId}</span> : null}
      </p>
      {discounts.map((discount) => (
        <p key={`${discount.type} ${discount.value} ${discount.startsOn ?? ""}`} className="text-ink-2 text-xs">
          {describeDiscount(discount, (minor) => formatMoney(minor, currency))}
        </p>
      ))}
    </li>
  );
}

function hasEnded({ endedOn, canceledOn, status }: ShownSubscription, today: string): boolean {
  const end = endedOn ?? (status === "canceled" ? canceledOn : null);
  return end !== null && end <= today;
}

function priceWords({ amount, currency, quantity, interval, intervalCount }: ShownSubscription): string {
  const price = `${formatMoney(amount, currency)}${quantity === 1 ? "" : ` × ${quantity.toLocaleString("en-US")}`}`;
  if (interval === "none") return `${price} once`;
  return intervalCount === 1 ? `${price} a ${interval}` : `${price} every ${intervalCount} ${interval}s`;
}
