import { memo } from "react";
import { CELLS, type Reading } from "@/app/w/[workspace]/accounts/account-cells";
import { COLUMN_WORDS, renewalWords, STATE_WORDS } from "@/app/w/[workspace]/accounts/account-words";
import { Badge } from "@/components/ui/badge";
import { BandMark } from "@/components/ui/band";
import { Link } from "@/components/ui/link";
import type { AccountColumn } from "@/lib/accounts/choices";
import type { ListedAccount } from "@/lib/accounts/data";
import { scoreWords } from "@/lib/kernel/band-words";
import { formatMoney } from "@/lib/kernel/money";

type Props = { slug: string; rows: readonly ListedAccount[]; columns: readonly AccountColumn[]; reading: Reading };

/** What a card tells in a way of its own. */
const TOLD: readonly AccountColumn[] = ["mrr", "health", "seats", "plan", "segment", "renewal", "owner", "moved"];

/** The same rows where a table does not fit: what a card always tells, and then the columns beyond it that were chosen. */
export function AccountCards({ slug, rows, columns, reading }: Props) {
  const more = columns.filter((column) => !TOLD.includes(column));
  return (
    <ul className="divide-y divide-line">
      {rows.map((account) => (
        <li key={account.id} className="[contain-intrinsic-size:auto_4.5rem] [content-visibility:auto]">
          <Card slug={slug} account={account} more={more} currency={reading.currency} today={reading.today} />
        </li>
      ))}
    </ul>
  );
}

type CardProps = Reading & { slug: string; account: ListedAccount; more: readonly AccountColumn[] };

const Card = memo(function Card({ slug, account, more, currency, today }: CardProps) {
  return (
    <Link href={`/w/${slug}/accounts/${account.id}`} className="grid grid-cols-1 gap-1 px-4 py-3 outline-offset-[-3px]">
      <span className="flex items-baseline justify-between gap-3">
        <span className="wrap-anywhere min-w-0 font-medium">{account.name}</span>
        <span className="figures shrink-0 font-semibold">{account.state === "customer" ? formatMoney(account.mrr, currency) : null}</span>
      </span>
      <span className="flex flex-wrap items-center gap-x-2 text-ink-3 text-xs">
        {account.band === null ? null : <BandMark band={account.band} />}
        {account.score === null ? null : <span className="figures">{scoreWords(account.score)}</span>}
        {account.state === "customer" ? null : <Badge tone={STATE_WORDS[account.state].tone}>{STATE_WORDS[account.state].label}</Badge>}
        <span className="wrap-anywhere min-w-0">
          {[account.plan, account.segment, account.seats === null ? null : `${account.seats.toLocaleString("en-US")} seats`]
            .filter(Boolean)
            .join(" · ")}
        </span>
      </span>
      {account.renewsOn === null ? null : (
        <span className="figures text-ink-3 text-xs">Renews {renewalWords(account.renewsOn, today)}</span>
      )}
      {more.length === 0 ? null : (
        <span className="flex flex-wrap gap-x-3 text-ink-3 text-xs">
          {more.map((column) => (
            <span key={column} className="wrap-anywhere min-w-0">
              {COLUMN_WORDS[column]}: {CELLS[column].show(account, { currency, today })}
            </span>
          ))}
        </span>
      )}
    </Link>
  );
});
