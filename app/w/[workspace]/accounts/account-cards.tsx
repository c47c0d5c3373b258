import Link from "next/link";
import { renewalWords, STATE_WORDS } from "@/app/w/[workspace]/accounts/account-words";
import { Badge } from "@/components/ui/badge";
import { BandMark } from "@/components/ui/band";
import type { ListedAccount } from "@/lib/accounts/data";
import { formatMoney } from "@/lib/kernel/money";

/** The same rows where a table does not fit. */
export function AccountCards({
  workspace,
  rows,
  today,
}: {
  workspace: { slug: string; currency: string };
  rows: readonly ListedAccount[];
  today: string;
}) {
  return (
    <ul className="divide-y divide-line md:hidden">
      {rows.map((account) => (
        <li key={account.id}>
          <Link href={`/w/${workspace.slug}/accounts/${account.id}`} className="grid grid-cols-1 gap-1 px-4 py-3 outline-offset-[-3px]">
            <span className="flex items-baseline justify-between gap-3">
              <span className="wrap-anywhere min-w-0 font-medium">{account.name}</span>
              <span className="figures shrink-0 font-semibold">
                {account.state === "customer" ? formatMoney(account.mrr, workspace.currency) : null}
              </span>
            </span>
            <span className="flex flex-wrap items-center gap-x-2 text-ink-3 text-xs">
              {account.band === null ? null : <BandMark band={account.band} />}
              {account.score === null ? null : <span className="figures">{account.score.toFixed(1)}</span>}
              {account.state === "customer" ? null : (
                <Badge tone={STATE_WORDS[account.state].tone}>{STATE_WORDS[account.state].label}</Badge>
              )}
              {[account.plan, account.segment, account.seats === null ? null : `${account.seats} seats`].filter(Boolean).join(" · ")}
            </span>
            {account.renewsOn === null ? null : (
              <span className="figures text-ink-3 text-xs">Renews {renewalWords(account.renewsOn, today)}</span>
            )}
          </Link>
        </li>
      ))}
    </ul>
  );
}
