import type { ReactNode } from "react";
import { renewalWords } from "@/app/w/[workspace]/accounts/account-words";
import { OwnerName } from "@/components/metric/owners";
import { BandMark } from "@/components/ui/band";
import type { AccountColumn } from "@/lib/accounts/choices";
import type { ListedAccount } from "@/lib/accounts/data";
import { scoreWords } from "@/lib/kernel/band-words";
import { format } from "@/lib/kernel/format";
import { formatMoney } from "@/lib/kernel/money";
import { describeDay } from "@/lib/kernel/period-words";

export type Reading = { currency: string; today: string };

type Cell = {
  numeric?: boolean;
  className?: string;
  title?: (account: ListedAccount) => string | null;
  show: (account: ListedAccount, reading: Reading) => ReactNode;
};

const word = (of: (account: ListedAccount) => string | null): Cell => ({
  className: "max-w-40 truncate text-ink-2",
  title: of,
  show: (account) => of(account) ?? "—",
});

const figure = (of: (account: ListedAccount) => number | null): Cell => ({
  numeric: true,
  show: (account) => of(account)?.toLocaleString("en-US") ?? "—",
});

const day = (of: (account: ListedAccount) => string | null): Cell => {
  const words = (account: ListedAccount) => {
    const on = of(account);
    return on === null ? "—" : describeDay(on);
  };
  return { className: "figures whitespace-nowrap text-ink-2", show: words };
};

/** How each column shows an account. */
export const CELLS: Record<AccountColumn, Cell> = {
  mrr: {
    numeric: true,
    className: "font-medium",
    show: ({ state, mrr }, { currency }) =>
      state === "customer" ? formatMoney(mrr, currency) : <span className="text-ink-3">{formatMoney(0, currency)}</span>,
  },
  health: { show: (account) => <Health account={account} /> },
  seats: figure(({ seats }) => seats),
  plan: word(({ plan }) => plan),
  segment: word(({ segment }) => segment),
  owner: {
    ...word(({ owner }) => owner),
    className: "max-w-48 truncate text-ink-2",
    show: ({ owner }) => (owner === null ? "—" : <OwnerName email={owner} />),
  },
  renewal: { className: "figures whitespace-nowrap text-ink-2", show: ({ renewsOn }, { today }) => renewalWords(renewsOn, today) },
  moved: { className: "figures whitespace-nowrap text-ink-2", show: (account) => <Moved account={account} /> },
  region: word(({ region }) => region),
  stage: word(({ stage }) => stage),
  touch: day(({ touchedOn }) => touchedOn),
  tickets: figure(({ tickets }) => tickets),
  nps: figure(({ nps }) => nps),
  usage: { numeric: true, show: ({ usage }) => format(usage, { unit: "share", digits: 0 }) },
  signals: figure(({ signals }) => signals),
  since: day(({ sinceOn }) => sinceOn),
  industry: word(({ industry }) => industry),
  country: word(({ country }) => country),
  domain: word(({ domain }) => domain),
  id: word(({ externalId }) => externalId),
};

function Health({ account: { band, score } }: { account: ListedAccount }) {
  if (band === null) return "—";
  return (
    <span className="inline-flex items-center gap-2">
      <BandMark band={band} />
      {score === null ? null : <span className="figures">{scoreWords(score)}</span>}
    </span>
  );
}

function Moved({ account: { movedOn, movedBy, movedCurrency } }: { account: ListedAccount }) {
  if (movedOn === null || movedBy === null || movedCurrency === null) return "—";
  return (
    <>
      <span className="inline-block min-w-22 text-right">
        {movedBy > 0 ? "+" : ""}
        {formatMoney(movedBy, movedCurrency)}
      </span>{" "}
      on {describeDay(movedOn)}
    </>
  );
}
