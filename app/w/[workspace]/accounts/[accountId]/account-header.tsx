import { STATE_WORDS } from "@/app/w/[workspace]/accounts/account-words";
import { Fresh } from "@/components/metric/fresh";
import { OwnerName } from "@/components/metric/owners";
import { Badge } from "@/components/ui/badge";
import type { AccountHead } from "@/lib/accounts/data";
import { formatMoney } from "@/lib/kernel/money";
import { daysBetween } from "@/lib/kernel/period";
import { describeDay, describeDistance, describeMonth } from "@/lib/kernel/period-words";

type Props = { account: AccountHead; workspace: { currency: string; timeZone: string }; asOf: string };

/** Stays in sight while the page scrolls: who this is and what is at stake. */
export function AccountHeader({ account, workspace, asOf }: Props) {
  const money = (value: number | null) => formatMoney(value, workspace.currency);
  const mrr = account.state === "customer" ? account.mrr : 0;
  const state = STATE_WORDS[account.state];
  const facts = [
    { words: "MRR", value: money(mrr) },
    { words: "ARR", value: money(mrr === null ? null : mrr * 12) },
    { words: "Seats", value: account.seats?.toLocaleString("en-US") ?? "—" },
    { words: "First paid", value: account.sinceOn ? describeMonth(account.sinceOn) : "—" },
    {
      words: "Renewal",
      value: account.renewsOn ? `${describeDay(account.renewsOn)}, ${describeDistance(daysBetween(account.today, account.renewsOn))}` : "—",
    },
    { words: "Owner", value: account.owner === null ? "nobody" : <OwnerName email={account.owner} /> },
  ];
  const place = [account.segment, account.plan, account.industry, account.region, account.country, account.domain]
    .filter(Boolean)
    .join(" · ");
  return (
    <header className="-mx-4 sm:-mx-6 lg:-mx-8 z-20 mb-5 border-line border-b bg-paper/95 px-4 pb-4 backdrop-blur-sm sm:px-6 md:sticky md:top-14 lg:px-8">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 pt-1">
        <h1 className="headline flex min-w-0 flex-wrap items-center gap-x-3 text-2xl">
          {account.name}
          {account.state === "customer" ? null : <Badge tone={state.tone}>{state.label}</Badge>}
        </h1>
        <Fresh at={asOf} timeZone={workspace.timeZone} />
      </div>
      <p className="text-ink-2 text-sm">{place || account.externalId}</p>
      <dl className="mt-3 flex flex-wrap gap-x-8 gap-y-2">
        {facts.map(({ words, value }) => (
          <div key={words} className="min-w-0">
            <dt className="text-ink-3 text-xs">{words}</dt>
            <dd className="figures break-words font-medium" data-testid={`account-${words.toLowerCase()}`}>
              {value}
            </dd>
          </div>
        ))}
      </dl>
    </header>
  );
}
