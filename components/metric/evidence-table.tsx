import Link from "next/link";
import { cellWords, weightWords } from "@/components/metric/cell-words";
import { ClassBadge, isMovementClass } from "@/components/metric/class-badge";
import { OwnerName } from "@/components/metric/owners";
import { cx } from "@/components/ui/cx";
import { Table, Td, Th } from "@/components/ui/table";
import type { RowsFace } from "@/lib/metrics/rows-face";
import type { EvidencePage, Reading } from "@/lib/metrics/types";

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
  const span = columns.length + 1;
  if (rows.length === 0)
    return (
      <p className="border-line border-t px-4 py-10 text-center text-ink-2 text-sm">
        No row matches. {total.rows === 0 ? "Nothing was counted in this period with these filters." : ""}
      </p>
    );
  return (
    <div className={cx("border-line border-t", dimmed && "stale")}>
      <Table label="The rows behind the number">
        <thead>
          <tr>
            <Th>Account</Th>
            {columns.map(({ id, label, unit }) => (
              <Th key={id} numeric={unit !== "text" && unit !== "date"}>
                {label}
              </Th>
            ))}
            {addsUp ? <Th numeric>{hasDenominator ? "Numerator" : "Counts for"}</Th> : null}
            {hasDenominator ? <Th numeric>Denominator</Th> : null}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.accountId ?? ""} ${row.record ?? ""} ${String(row.month ?? "")}`} className="hover:bg-sunk/50">
              <Td>
                {row.accountId === null ? (
                  <span className="text-ink-2">{row.name ?? "Of no account"}</span>
                ) : (
                  <Link href={accountAddress(row.accountId)} className="font-medium hover:underline">
                    {row.name}
                  </Link>
                )}
                {row.record ? <span className="ml-2 text-ink-3 text-xs">{row.record}</span> : null}
              </Td>
              {columns.map(({ id, unit }) => (
                <Td key={id} numeric={unit !== "text" && unit !== "date"} className={unit === "text" ? "text-ink-2" : ""}>
                  <Cell id={id} value={row[id] ?? null} words={cellWords(row[id] ?? null, { unit, currency })} />
                </Td>
              ))}
              {addsUp ? <Td numeric>{top(row.numerator)}</Td> : null}
              {hasDenominator ? <Td numeric>{bottom(row.denominator)}</Td> : null}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr className="bg-sunk/60 font-semibold">
            <td colSpan={span} className="px-4 py-2.5 text-left">
              {addsUp ? "Sum of all" : "Drawn from all"} {total.rows.toLocaleString("en-US")} {total.rows === 1 ? "row" : "rows"}
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
  );
}

function Cell({ id, value, words }: { id: string; value: string | number | boolean | null; words: string }) {
  if (id === "class") return isMovementClass(value) ? <ClassBadge of={value} /> : "—";
  return id === "owner" && typeof value === "string" && value !== "" ? <OwnerName email={value} /> : words;
}

// The law of the product, held up where people can see it: the rows' sums are the reading's.
function agrees({ total }: EvidencePage, { numerator, denominator }: Reading): boolean {
  return near(total.numerator, numerator) && near(total.denominator, denominator);
}

function near(one: number | null, other: number | null): boolean {
  if (one === null || other === null) return one === other;
  return Math.abs(one - other) <= 1e-6 * Math.max(1, Math.abs(one));
}
