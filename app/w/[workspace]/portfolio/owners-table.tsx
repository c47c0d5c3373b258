import { OwnerName } from "@/components/metric/owners";
import { BandShape } from "@/components/ui/band";
import { cx } from "@/components/ui/cx";
import { Table, Td, Th } from "@/components/ui/table";
import { formatMoney } from "@/lib/kernel/money";
import { type OwnerLine, totalOf } from "@/lib/portfolio/rules";

export type OwnersProps = {
  lines: readonly OwnerLine[];
  workspace: { currency: string };
  /** The owner whose accounts are listed below; "" is nobody. */
  chosen: string | null;
  onChoose: (owner: string | null) => void;
};

/** One line an owner, and all of them below. */
export function OwnersTable({ lines, workspace: { currency }, chosen, onChoose }: OwnersProps) {
  return (
    <div className="hidden md:block">
      <Table label="Owners" file="owners">
        <thead>
          <tr>
            <Th>Owner</Th>
            <Th numeric>Accounts</Th>
            <Th numeric>MRR</Th>
            <Th numeric>At risk</Th>
            <Th numeric>Untouched</Th>
            <Th numeric>Open tasks</Th>
            <Th numeric>Overdue</Th>
            <Th numeric>Load</Th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => {
            const key = line.owner ?? "";
            return (
              <tr key={key} className={cx("hover:bg-sunk/50", chosen === key && "bg-accent-wash")}>
                <Td className="wrap-anywhere min-w-36 font-medium">
                  <OwnerChoice owner={line.owner} chosen={chosen} onChoose={onChoose} />
                </Td>
                <Figures line={line} currency={currency} />
              </tr>
            );
          })}
        </tbody>
        <tfoot>
          <tr className="bg-sunk/60 font-medium">
            <Td>All of them</Td>
            <Figures line={totalOf(lines)} currency={currency} />
          </tr>
        </tfoot>
      </Table>
    </div>
  );
}

/** Opens and closes the list of an owner's accounts. */
export function OwnerChoice({ owner, chosen, onChoose }: { owner: string | null } & Pick<OwnersProps, "chosen" | "onChoose">) {
  const key = owner ?? "";
  return (
    <button
      type="button"
      className="text-left font-medium hover:underline"
      aria-expanded={chosen === key}
      onClick={() => onChoose(chosen === key ? null : key)}
    >
      {owner === null ? "Nobody" : <OwnerName email={owner} />}
    </button>
  );
}

function Figures({ line: { accounts, mrr, unpriced, atRisk, untouched, tasks, load }, currency }: { line: OwnerLine; currency: string }) {
  return (
    <>
      <Td numeric>{accounts.toLocaleString("en-US")}</Td>
      <Td numeric title={unpriced > 0 ? `${unpriced} not counted for want of an exchange rate` : undefined}>
        {formatMoney(mrr, currency)}
        {unpriced > 0 ? "*" : ""}
      </Td>
      <Td numeric>
        <Risk part={atRisk} currency={currency} />
      </Td>
      <Td numeric>
        <Risk part={untouched} currency={currency} />
      </Td>
      <Td numeric>{tasks.open.toLocaleString("en-US")}</Td>
      <Td numeric className={tasks.overdue > 0 ? "font-medium text-bad" : ""}>
        {tasks.overdue.toLocaleString("en-US")}
      </Td>
      <Td numeric title={`Accounts ${load.accounts.toLocaleString("en-US")}, tasks ${load.tasks.toLocaleString("en-US")}`}>
        {load.all.toLocaleString("en-US")}
      </Td>
    </>
  );
}

export function Risk({ part: { accounts, mrr }, currency }: { part: { accounts: number; mrr: number }; currency: string }) {
  if (accounts === 0) return <span className="text-ink-3">0</span>;
  return (
    <span className="inline-flex items-center gap-1.5">
      <BandShape band="red" />
      {accounts.toLocaleString("en-US")}
      <span className="text-ink-3">{formatMoney(mrr, currency)}</span>
    </span>
  );
}
