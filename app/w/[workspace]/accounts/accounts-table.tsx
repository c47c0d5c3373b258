"use client";

import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { ArrowDown, ArrowUp } from "lucide-react";
import { type KeyboardEvent, type RefObject, useLayoutEffect, useRef, useState } from "react";
import { CELLS, type Reading } from "@/app/w/[workspace]/accounts/account-cells";
import { AccountName } from "@/app/w/[workspace]/accounts/account-name";
import { COLUMN_WORDS } from "@/app/w/[workspace]/accounts/account-words";
import { Table, Td, Th } from "@/components/ui/table";
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

/** As many rows stand in the page at once; of more, only those near what is seen. */
const MOST = 150;
const ROW = 41;

/** The accounts in the columns that were chosen. */
export function AccountsTable({ slug, reading, rows, all, columns, sort, turned, onSort }: Props) {
  const body = useRef<HTMLTableSectionElement>(null);
  const { from, to, above, below, measure } = useSeen(body, rows.length);
  return (
    <Table label="Accounts" aria-rowcount={all + 1}>
      <thead>
        <tr>
          {(["name", ...columns] as const).map((column) => (
            <Head key={column} column={column} sort={sort} turned={turned} onSort={onSort} />
          ))}
        </tr>
      </thead>
      <tbody ref={body} onKeyDown={move}>
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

/** Which rows are near what is seen, and how much room the others take. */
function useSeen(body: RefObject<HTMLElement | null>, count: number) {
  const [scrollMargin, setMargin] = useState(0);
  useLayoutEffect(() => {
    if (body.current) setMargin(body.current.getBoundingClientRect().top + window.scrollY);
  }, [body]);
  const enabled = count > MOST;
  const virtualizer = useWindowVirtualizer({ count, enabled, estimateSize: () => ROW, overscan: 20, scrollMargin });
  const items = virtualizer.getVirtualItems();
  const [first, last] = [items[0], items.at(-1)];
  if (!enabled || !first || !last) return { from: 0, to: Math.min(count, MOST), above: 0, below: 0, measure: undefined };
  return {
    from: first.index,
    to: last.index + 1,
    above: first.start - scrollMargin,
    below: virtualizer.getTotalSize() - (last.end - scrollMargin),
    measure: virtualizer.measureElement,
  };
}

/** Up and down lead from account to account. */
function move(event: KeyboardEvent<HTMLElement>) {
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>("[data-account]")];
  const next = links[links.findIndex((link) => link === document.activeElement) + (event.key === "ArrowDown" ? 1 : -1)];
  if (!next) return;
  event.preventDefault();
  next.focus();
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
