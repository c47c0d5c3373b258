import { ArrowDown, ArrowUp } from "lucide-react";
import Link from "next/link";
import { renewalWords, STATE_WORDS } from "@/app/w/[workspace]/accounts/account-words";
import { OwnerName } from "@/components/metric/owners";
import { Badge } from "@/components/ui/badge";
import { BandMark } from "@/components/ui/band";
import { Table, Td, Th } from "@/components/ui/table";
import type { AccountSort } from "@/lib/accounts/choices";
import type { ListedAccount } from "@/lib/accounts/data";
import { formatMoney } from "@/lib/kernel/money";
import { describeDay } from "@/lib/kernel/period-words";

type Props = {
  workspace: { slug: string; currency: string };
  rows: readonly ListedAccount[];
  today: string;
  sort: AccountSort;
  onSort: (sort: AccountSort) => void;
};

export function AccountsTable({ workspace, rows, today, sort, onSort }: Props) {
  const by = (own: AccountSort, rising = false) => ({ own, sort, onSort, rising });
  return (
    <div className="hidden md:block">
      <Table label="Accounts">
        <thead>
          <tr>
            <SortTh {...by("name", true)}>Account</SortTh>
            <SortTh {...by("mrr")} numeric>
              MRR
            </SortTh>
            <Th>Health</Th>
            <SortTh {...by("seats")} numeric>
              Seats
            </SortTh>
            <Th>Plan</Th>
            <Th>Segment</Th>
            <Th className="hidden lg:table-cell">Owner</Th>
            <SortTh {...by("renewal", true)}>Renewal</SortTh>
            <SortTh {...by("moved")} className="hidden xl:table-cell">
              Last movement
            </SortTh>
          </tr>
        </thead>
        <tbody>
          {rows.map((account) => (
            <tr key={account.id} className="hover:bg-sunk/50">
              <Td className="wrap-anywhere min-w-48">
                <Link href={`/w/${workspace.slug}/accounts/${account.id}`} className="font-medium hover:underline">
                  {account.name}
                </Link>
                {account.state === "customer" ? null : (
                  <span className="ml-2">
                    <Badge tone={STATE_WORDS[account.state].tone}>{STATE_WORDS[account.state].label}</Badge>
                  </span>
                )}
              </Td>
              <Td numeric className="font-medium">
                {account.state === "customer" ? (
                  formatMoney(account.mrr, workspace.currency)
                ) : (
                  <span className="text-ink-3">{formatMoney(0, workspace.currency)}</span>
                )}
              </Td>
              <Td>
                <Health account={account} />
              </Td>
              <Td numeric>{account.seats?.toLocaleString("en-US") ?? "—"}</Td>
              <Td className="max-w-40 truncate text-ink-2" title={account.plan ?? undefined}>
                {account.plan ?? "—"}
              </Td>
              <Td className="max-w-40 truncate text-ink-2" title={account.segment ?? undefined}>
                {account.segment ?? "—"}
              </Td>
              <Td className="hidden max-w-48 truncate text-ink-2 lg:table-cell">
                {account.owner === null ? "—" : <OwnerName email={account.owner} />}
              </Td>
              <Td className="figures whitespace-nowrap text-ink-2">{renewalWords(account.renewsOn, today)}</Td>
              <Td className="figures hidden whitespace-nowrap text-ink-2 xl:table-cell">
                <Moved account={account} />
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </div>
  );
}

function Health({ account: { band, score } }: { account: ListedAccount }) {
  if (band === null) return "—";
  return (
    <span className="inline-flex items-center gap-2">
      <BandMark band={band} />
      {score === null ? null : <span className="figures">{score.toFixed(1)}</span>}
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

type SortProps = {
  own: AccountSort;
  sort: AccountSort;
  onSort: (sort: AccountSort) => void;
  rising: boolean;
  numeric?: boolean;
  className?: string;
  children: string;
};

function SortTh({ own, sort, onSort, rising, numeric = false, className, children }: SortProps) {
  const on = own === sort;
  const Arrow = rising ? ArrowUp : ArrowDown;
  return (
    <Th numeric={numeric} aria-sort={on ? (rising ? "ascending" : "descending") : undefined} {...(className ? { className } : {})}>
      <button
        type="button"
        onClick={() => onSort(own)}
        className={`inline-flex items-center gap-1 hover:text-ink ${on ? "font-semibold text-ink" : ""}`}
      >
        {children}
        {on ? <Arrow aria-hidden className="size-3" /> : null}
      </button>
    </Th>
  );
}
