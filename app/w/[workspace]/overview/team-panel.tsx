import type { Part } from "@/app/w/[workspace]/overview/context";
import { Risk } from "@/app/w/[workspace]/portfolio/owners-table";
import { portfolioAddress } from "@/app/w/[workspace]/portfolio/params";
import { OwnerName } from "@/components/metric/owners";
import { Link } from "@/components/ui/link";
import { Sheet } from "@/components/ui/sheet";
import { Table, Td, Th } from "@/components/ui/table";
import { formatMoney, formatShortMoney } from "@/lib/kernel/money";
import { LOAD_WORDS } from "@/lib/portfolio/load";

/** Who looks after what, one line an owner; a line opens that owner's accounts. */
export function TeamPanel({ workspace, currency, data: { book } }: Part) {
  const { lines } = book;
  if (lines.length === 0) return null;
  return (
    <Sheet
      title={
        <Link href={`/w/${workspace}/portfolio`} className="hover:underline">
          Team
        </Link>
      }
      note="Accounts with MRR as they stand now, by whoever looks after them."
      flush
    >
      <Table label="Team" file="team">
        <thead>
          <tr>
            <Th>Owner</Th>
            <Th numeric className="hidden sm:table-cell">
              Accounts
            </Th>
            <Th numeric>MRR</Th>
            <Th numeric>At risk</Th>
            <Th numeric className="hidden sm:table-cell">
              Overdue work
            </Th>
            <Th numeric className="hidden md:table-cell">
              <span title={LOAD_WORDS}>Load</span>
            </Th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ owner, accounts, mrr, unpriced, atRisk, tasks, load }) => (
            <tr key={owner ?? ""} className="hover:bg-sunk/50">
              <Td className="wrap-anywhere min-w-28 font-medium">
                <Link href={`/w/${workspace}/portfolio${portfolioAddress({ owner: owner ?? "" })}`} className="hover:underline">
                  {owner === null ? "Nobody" : <OwnerName email={owner} />}
                </Link>
              </Td>
              <Td numeric className="hidden sm:table-cell">
                {accounts.toLocaleString("en-US")}
              </Td>
              <Td numeric title={unpriced > 0 ? `${unpriced} not counted for want of an exchange rate` : formatMoney(mrr, currency)}>
                {formatShortMoney(mrr, currency)}
                {unpriced > 0 ? "*" : ""}
              </Td>
              <Td numeric>
                <Risk part={atRisk} currency={currency} />
              </Td>
              <Td numeric className={tasks.overdue > 0 ? "hidden font-medium text-bad sm:table-cell" : "hidden sm:table-cell"}>
                {tasks.overdue.toLocaleString("en-US")}
              </Td>
              <Td numeric className="hidden md:table-cell">
                {load.all.toLocaleString("en-US")}
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Sheet>
  );
}
