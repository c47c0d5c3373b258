import { headingWords, weightWords } from "@/components/metric/cell-words";
import { EvidenceCards } from "@/components/metric/evidence-cards";
import { EvidenceCell, EvidenceName, evidenceKey } from "@/components/metric/evidence-cell";
import { cx } from "@/components/ui/cx";
import { Table, Td, Th } from "@/components/ui/table";
import type { RowsFace } from "@/lib/metrics/rows-face";
import type { EvidenceColumn, EvidencePage, EvidenceRow, Reading } from "@/lib/metrics/types";

type Props = {
  page: EvidencePage;
  face: RowsFace;
  reading: Reading;
  currency: string;
  accountAddress: (accountId: string) => string;
  dimmed: boolean;
  isWhole: boolean;
};

/** Rows and, under them, what all of them come to: the same figures the number is made of. `isWhole`: they are the reading's own. */
export function EvidenceTable({ page, face, reading, currency, accountAddress, dimmed, isWhole }: Props) {
  const { rows, total } = page;
  const columns = page.columns.filter(({ id }) => id !== "month" || face.counted === "movement");
  const addsUp = face.numerator !== null;
  const hasDenominator = addsUp && total.denominator !== null;
  const top = (value: number | null) => weightWords(value, { unit: face.numerator ?? "count", currency });
  const bottom = (value: number | null) => weightWords(value, { unit: face.denominator ?? "count", currency });
  const words = `${addsUp ? "Sum of all" : "Drawn from all"} ${total.rows.toLocaleString("en-US")} ${total.rows === 1 ? "row" : "rows"}`;
  const last = columns.at(-1);
  if (rows.length === 0)
    return (
      <p className="border-line border-t px-4 py-10 text-center text-ink-2 text-sm">
        {total.rows === 0 ? "Nothing was counted in this period with these filters." : "No row matches the search."}
      </p>
    );
  const both = (numerator: number | null, denominator: number | null) => (
    <>
      {top(numerator)}
      {hasDenominator ? <span className="block font-normal text-ink-3 text-xs">÷ {bottom(denominator)}</span> : null}
    </>
  );
  return (
    <div className={cx("border-line border-t", dimmed && "stale")}>
      <EvidenceCards
        rows={rows}
        columns={addsUp ? columns : columns.slice(0, -1)}
        currency={currency}
        accountAddress={accountAddress}
        weight={(row) =>
          addsUp ? both(row.numerator, row.denominator) : last ? <EvidenceCell row={row} column={last} currency={currency} /> : null
        }
        sum={addsUp ? both(total.numerator, total.denominator) : null}
        words={words}
      />
      <div className="hidden md:block">
        <Table label="The rows behind the number">
          <thead>
            <tr>
              <Th>Account</Th>
              {columns.map((column) => (
                <Th key={column.id} numeric={isFigure(column)}>
                  {headingWords(column)}
                </Th>
              ))}
              {addsUp ? <Th numeric>{hasDenominator ? "Numerator" : "Counts for"}</Th> : null}
              {hasDenominator ? <Th numeric>Denominator</Th> : null}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={evidenceKey(row)} className="hover:bg-sunk/50">
                <Td className="wrap-anywhere min-w-40">
                  <EvidenceName row={row} address={accountAddress} />
                  {row.record ? <span className="ml-2 whitespace-nowrap text-ink-3 text-xs">{row.record}</span> : null}
                </Td>
                {columns.map((column) => (
                  <Td
                    key={column.id}
                    numeric={isFigure(column)}
                    className={cx(
                      column.unit === "text" && "text-ink-2",
                      isLong(row[column.id]) && "min-w-44",
                      column.unit === "date" && "figures whitespace-nowrap",
                    )}
                  >
                    <EvidenceCell row={row} column={column} currency={currency} />
                  </Td>
                ))}
                {addsUp ? <Td numeric>{top(row.numerator)}</Td> : null}
                {hasDenominator ? <Td numeric>{bottom(row.denominator)}</Td> : null}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr className="bg-sunk/60 font-semibold">
              <td colSpan={columns.length + 1} className="px-4 py-2.5 text-left">
                {words}
                {addsUp && isWhole && agrees(page, reading) ? (
                  <span className="ml-2 font-normal text-ink-3 text-xs">equals the number above</span>
                ) : null}
              </td>
              {addsUp ? (
                <Td numeric data-testid="sum-numerator">
                  {top(total.numerator)}
                </Td>
              ) : null}
              {hasDenominator ? (
                <Td numeric data-testid="sum-denominator">
                  {bottom(total.denominator)}
                </Td>
              ) : null}
            </tr>
          </tfoot>
        </Table>
      </div>
    </div>
  );
}

/** Words that, squeezed into a narrow column, would make a row of many lines. */
function isLong(value: EvidenceRow[string] | undefined): boolean {
  return typeof value === "string" && value.length > 24;
}

function isFigure({ unit }: EvidenceColumn): boolean {
  return unit !== "text" && unit !== "date";
}

// The law of the product, held up where people can see it: the rows' sums are the reading's.
function agrees({ total }: EvidencePage, { numerator, denominator }: Reading): boolean {
  return near(total.numerator, numerator) && near(total.denominator, denominator);
}

function near(one: number | null, other: number | null): boolean {
  if (one === null || other === null) return one === other;
  return Math.abs(one - other) <= 1e-6 * Math.max(1, Math.abs(one));
}
