"use client";

import { ArrowDown, ArrowUp } from "lucide-react";
import { useRef } from "react";
import { CELLS, type Reading } from "@/app/w/[workspace]/accounts/account-cells";
import { AccountName } from "@/app/w/[workspace]/accounts/account-name";
import { COLUMN_WORDS } from "@/app/w/[workspace]/accounts/account-words";
import { Table, Td, Th } from "@/components/ui/table";
import { moveByArrows, useWindowed } from "@/components/ui/windowed";
import { ACCOUNT_SORTS, type AccountColumn, type AccountSort } from "@/lib/accounts/choices";
import type { ListedAccount } from "@/lib/accounts/data";

type Order = { sort: AccountSort; turned: boolean };

type Props = Order & {
  slug: string;
  reading: Reading;
  rows: readonly ListedAccount[];
  all: number;
  columns: readonly AccountColumn[];
  onSort: (order: Order) => void;
};

/** Orders that begin with the smallest. */
const RISING: readonly AccountSort[] = [
  "name",
  "renewal",
  "health",
  "usage",
  "nps",
  "touch",
  "segment",
  "plan",
  "owner",
  "region",
  "stage",
];

const ROW = 41;

/** The accounts in the columns that were chosen. */
export function AccountsTable({ slug, reading, rows, all, columns, sort, turned, onSort }: Props) {
  const body = useRef<HTMLTableSectionElement>(null);
  const { from, to, above, below, measure } = useWindowed(body, rows.length, ROW);
  return (
    <Table label="Accounts" aria-rowcount={all + 1}>
      <thead>
        <tr>
          {(["name", ...columns] as const).map((column) => (
            <Head key={column} column={column} sort={sort} turned={turned} onSort={onSort} />
          ))}
        </tr>
      </thead>
      <tbody ref={body} onKeyDown={moveByArrows}>
        {above > 0 ? <tr aria-hidden style={{ height: above }} /> : null}
        {rows.slice(from, to).map((account, index) => (
          <tr key={account.id} ref={measure} data-index={from + index} aria-rowindex={from + index + 2} className="hover:bg-sunk/50">
            <Td className="wrap-anywhere min-w-48">
              <AccountName slug={slug} account={account} />
            </Td>
            {columns.map((column) => {
              const { numeric = false, className, title, show } = CELLS[column];
              return (
                <Td key={column} numeric={numeric} {...(className ? { className } : {})} title={title?.(account) ?? undefined}>
                  {show(account, reading)}
                </Td>
              );
            })}
          </tr>
        ))}
        {below > 0 ? <tr aria-hidden style={{ height: below }} /> : null}
      </tbody>
    </Table>
  );
}

type HeadProps = Order & { column: AccountColumn | "name"; onSort: Props["onSort"] };

function Head({ column, sort, turned, onSort }: HeadProps) {
  const own = ACCOUNT_SORTS.find((known) => known === column);
  const words = column === "name" ? "Account" : COLUMN_WORDS[column];
  const numeric = column !== "name" && (CELLS[column].numeric ?? false);
  if (own === undefined) return <Th numeric={numeric}>{words}</Th>;
  const on = own === sort;
  const rising = RISING.includes(own) !== (on && turned);
  const Arrow = rising ? ArrowUp : ArrowDown;
  return (
    <Th numeric={numeric} aria-sort={on ? (rising ? "ascending" : "descending") : undefined}>
      <button
        type="button"
        onClick={() => onSort({ sort: own, turned: on && !turned })}
        className={`inline-flex items-center gap-1 hover:text-ink ${on ? "font-semibold text-ink" : ""}`}
      >
        {words}
        {on ? <Arrow aria-hidden className="size-3" /> : null}
      </button>
    </Th>
  );
}
