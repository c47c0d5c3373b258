import type { ReactNode } from "react";
import { HealthFact } from "@/app/w/[workspace]/accounts/[accountId]/health/health-fact";
import { STATE_WORDS } from "@/app/w/[workspace]/accounts/account-words";
import { EditButton } from "@/app/w/[workspace]/accounts/editing/record-editor";
import { Fresh } from "@/components/metric/fresh";
import { OwnerName } from "@/components/metric/owners";
import { Badge } from "@/components/ui/badge";
import type { Touch } from "@/lib/accounts/data";
import { formatMoney } from "@/lib/kernel/money";
import { daysBetween } from "@/lib/kernel/period";
import { describeDay, describeDistance, describeMonth } from "@/lib/kernel/period-words";
import type { AccountPage } from "@/lib/overview/account/loaders";

type Props = Pick<AccountPage, "account" | "workspace" | "asOf" | "touch" | "ticketTotals" | "voice" | "health"> & { acts?: ReactNode };

const TOUCHES: Record<Touch["what"], string> = {
  ticket: "a ticket",
  reply: "our reply",
  answer: "an answer",
  offer: "an offer",
  call: "a call",
  mail: "a mail",
  meeting: "a meeting",
};

/** Stays in sight while the page scrolls: who this is, what is at stake, and how they are. */
export function AccountHeader({ account, workspace, asOf, touch, ticketTotals, voice, health, acts }: Props) {
  const mrr = account.state === "customer" ? account.mrr : 0;
  const state = STATE_WORDS[account.state];
  const away = (day: string) => describeDistance(daysBetween(account.today, day));
  const facts: { words: string; value: ReactNode; note?: string | null }[] = [
    { words: "MRR", value: formatMoney(mrr, workspace.currency), note: account.sinceOn ? `since ${describeMonth(account.sinceOn)}` : null },
    account.renewsOn
      ? { words: "Renewal", value: describeDay(account.renewsOn), note: away(account.renewsOn) }
      : { words: "Renewal", value: "—", note: "no date is known" },
    { words: "Health", value: <HealthFact health={health} /> },
    { words: "Segment", value: account.segment ?? "—" },
    { words: "Plan", value: account.plan ?? "—", note: account.plan && !account.ownPlan ? "of its largest subscription" : null },
    { words: "Seats", value: account.seats?.toLocaleString("en-US") ?? "—" },
    { words: "Owner", value: account.owner === null ? "nobody" : <OwnerName email={account.owner} /> },
    { words: "Open tickets", value: ticketTotals.open.toLocaleString("en-US"), note: `of ${ticketTotals.all.toLocaleString("en-US")}` },
    voice.nps ? { words: "NPS answer", value: voice.nps.score, note: away(voice.nps.answeredOn) } : { words: "NPS answer", value: "—" },
    touch
      ? { words: "Last touch", value: describeDistance(daysBetween(account.today, touch.on)), note: TOUCHES[touch.what] }
      : { words: "Last touch", value: "—" },
  ];
  const place = [account.industry, account.region, account.country, account.domain, account.externalId].filter(Boolean).join(" · ");
  return (
    <header className="-mx-4 sm:-mx-6 lg:-mx-8 z-20 mb-5 border-line border-b bg-paper/95 px-4 pb-3 backdrop-blur-sm sm:px-6 lg:sticky lg:top-14 lg:px-8">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 pt-1">
        <h1 className="headline flex min-w-0 items-center gap-x-3 text-2xl">
          <span className="wrap-anywhere min-w-0">{account.name}</span>
          {account.state === "customer" ? null : <Badge tone={state.tone}>{state.label}</Badge>}
          <EditButton kind="accounts" id={account.id} name={account.name} />
        </h1>
        <div className="flex flex-wrap items-center justify-end gap-x-4">
          {acts}
          <Fresh at={asOf} timeZone={workspace.timeZone} />
        </div>
      </div>
      <p className="break-words text-ink-3 text-xs">{place}</p>
      <dl className="mt-2.5 grid grid-cols-2 gap-x-7 gap-y-2 sm:flex sm:flex-wrap">
        {facts.map(({ words, value, note }) => (
          <div key={words} className="min-w-0">
            <dt className="text-ink-3 text-xs">{words}</dt>
            <dd className="figures break-words">
              <span className="font-medium" data-testid={`account-${words.toLowerCase().replace(" ", "-")}`}>
                {value}
              </span>
              {note ? <span className="ml-1.5 text-ink-3 text-xs">{note}</span> : null}
            </dd>
          </div>
        ))}
      </dl>
      {voice.words?.comment ? (
        <p className="mt-2 line-clamp-1 text-ink-2 text-sm" title={voice.words.comment}>
          <span className="text-ink-3">Last words:</span> “{voice.words.comment}”
        </p>
      ) : null}
    </header>
  );
}
