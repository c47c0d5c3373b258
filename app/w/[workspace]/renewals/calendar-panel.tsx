import { BandShape } from "@/components/ui/band";
import { cx } from "@/components/ui/cx";
import { Sheet } from "@/components/ui/sheet";
import { Table, Td, Th } from "@/components/ui/table";
import { BAND_WORDS, BANDS } from "@/lib/kernel/band-words";
import { formatMoney, formatShortMoney } from "@/lib/kernel/money";
import { describeMonth, describePeriod } from "@/lib/kernel/period-words";
import { type DueSpan, quartersOf, quarterText } from "@/lib/renewals/calendar";
import type { RenewalsView } from "@/lib/renewals/loaders";

type Props = { calendar: RenewalsView["calendar"]; currency: string };

/** What falls due by quarter and month, by the health of what is open, and what has been called. */
export function CalendarPanel({ calendar: { cells, from, until }, currency }: Props) {
  const quarters = quartersOf(cells, from, until);
  const most = Math.max(1, ...quarters.map(({ quarter }) => quarter.open.acv));
  return (
    <Sheet title="Due by quarter and month" note="Bands and calls tell of what is not decided yet; the bar is its money a year." flush>
      <Table label="Renewals by quarter and month" file="renewals-by-month">
        <thead>
          <tr>
            <Th>Due</Th>
            <Th numeric className="hidden sm:table-cell">
              Renewals
            </Th>
            <Th numeric>A year</Th>
            <Th numeric className="hidden xl:table-cell">
              Value
            </Th>
            <Th>Open, by health</Th>
            <Th numeric className="hidden sm:table-cell">
              Called
            </Th>
            <Th numeric className="hidden md:table-cell">
              Decided
            </Th>
          </tr>
        </thead>
        <tbody>
          {quarters.flatMap(({ quarter, months }) => [
            <Row
              key={`q${quarter.from}`}
              span={quarter}
              name={describePeriod(quarterText(quarter.from))}
              currency={currency}
              most={most}
              isQuarter
            />,
            ...months.map((month) => (
              <Row key={month.from} span={month} name={describeMonth(month.from)} currency={currency} most={most} />
            )),
          ])}
        </tbody>
      </Table>
    </Sheet>
  );
}

type RowProps = { span: DueSpan; name: string; currency: string; most: number; isQuarter?: boolean };

function Row({ span, name, currency, most, isQuarter = false }: RowProps) {
  const { contracts, acv, value, open, renewed, lost, unpriced } = span;
  return (
    <tr className={isQuarter ? "bg-sunk/60 font-medium" : ""}>
      <Td className={cx("whitespace-nowrap", !isQuarter && "text-ink-2 sm:pl-7!")}>{name}</Td>
      <Td numeric className="hidden sm:table-cell">
        {contracts.toLocaleString("en-US")}
      </Td>
      <Td numeric title={unpriced > 0 ? `${unpriced} not counted for want of an exchange rate` : undefined}>
        {contracts === 0 ? "—" : formatMoney(acv, currency)}
        {unpriced > 0 ? "*" : ""}
      </Td>
      <Td numeric className="hidden xl:table-cell">
        {contracts === 0 ? "—" : formatMoney(value, currency)}
      </Td>
      <Td>
        <Split span={span} currency={currency} most={most} />
      </Td>
      <Td numeric className="hidden sm:table-cell">
        {open.contracts === 0
          ? "—"
          : `${open.called} of ${open.contracts}${open.called === 0 ? "" : `, ${formatShortMoney(open.callAmount, currency)}`}`}
      </Td>
      <Td numeric className="hidden md:table-cell">
        {renewed + lost === 0 ? "—" : `${renewed} renewed, ${lost} lost`}
      </Td>
    </tr>
  );
}

export const FILLS = { green: "bg-good", yellow: "bg-watch", red: "bg-bad", unknown: "bg-line-strong" };

function Split({ span: { bands, open }, currency, most }: Pick<RowProps, "span" | "currency" | "most">) {
  if (open.contracts === 0) return <span className="text-ink-3">—</span>;
  return (
    <span className="grid gap-1 sm:min-w-36">
      <span aria-hidden className="flex h-1.5 overflow-hidden rounded-full" style={{ width: `${Math.max(2, (100 * open.acv) / most)}%` }}>
        {BANDS.map((band) => (
          <span key={band} className={FILLS[band]} style={{ width: `${(100 * bands[band].acv) / Math.max(1, open.acv)}%` }} />
        ))}
      </span>
      <span className="figures flex flex-wrap gap-x-2.5 font-normal text-xs">
        {BANDS.filter((band) => bands[band].contracts > 0).map((band) => (
          <span
            key={band}
            className="inline-flex items-center gap-1 whitespace-nowrap"
            title={`${BAND_WORDS[band]}: ${formatMoney(bands[band].acv, currency)} a year`}
          >
            <BandShape band={band} className="size-2" />
            <span className="sr-only">{BAND_WORDS[band]}: </span>
            {bands[band].contracts} · {formatShortMoney(bands[band].acv, currency)}
          </span>
        ))}
      </span>
    </span>
  );
}
