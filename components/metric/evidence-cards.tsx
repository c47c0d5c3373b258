import type { ReactNode } from "react";
import { headingWords } from "@/components/metric/cell-words";
import { EvidenceCell, EvidenceName, evidenceKey } from "@/components/metric/evidence-cell";
import type { EvidenceColumn, EvidenceRow } from "@/lib/metrics/types";

type Props = {
  rows: readonly EvidenceRow[];
  columns: readonly EvidenceColumn[];
  currency: string;
  accountAddress: (accountId: string) => string;
  /** What a row counts for, as it stands at its right. */
  weight: (row: EvidenceRow) => ReactNode;
  sum: ReactNode;
  words: string;
};

/** The same rows where a table does not fit: what each counts for stays in sight. */
export function EvidenceCards({ rows, columns, currency, accountAddress, weight, sum, words }: Props) {
  return (
    <div className="md:hidden">
      <ul className="divide-y divide-line" aria-label="The rows behind the number">
        {rows.map((row) => (
          <li key={evidenceKey(row)} className="grid grid-cols-1 gap-1 px-4 py-2.5">
            <div className="flex items-baseline justify-between gap-3">
              <span className="wrap-anywhere min-w-0">
                <EvidenceName row={row} address={accountAddress} />
                {row.record ? <span className="ml-2 text-ink-3 text-xs">{row.record}</span> : null}
              </span>
              <span className="figures shrink-0 text-right">{weight(row)}</span>
            </div>
            <p className="figures flex flex-wrap items-baseline gap-x-3 gap-y-0.5 text-ink-2 text-xs">
              {columns.map((column) =>
                (row[column.id] ?? "") === "" ? null : (
                  <span key={column.id} className="wrap-anywhere min-w-0">
                    {column.id === "class" ? null : <span className="text-ink-3">{headingWords(column)} </span>}
                    <EvidenceCell row={row} column={column} currency={currency} />
                  </span>
                ),
              )}
            </p>
          </li>
        ))}
      </ul>
      <p className="figures flex items-baseline justify-between gap-3 border-line border-t bg-sunk/60 px-4 py-2.5 font-semibold text-sm">
        {words}
        <span className="shrink-0 text-right">{sum}</span>
      </p>
    </div>
  );
}
