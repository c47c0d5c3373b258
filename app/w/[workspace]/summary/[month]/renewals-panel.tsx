import type { Part } from "@/app/w/[workspace]/summary/[month]/context";
import { BandMark } from "@/components/ui/band";
import { Link } from "@/components/ui/link";
import { Sheet } from "@/components/ui/sheet";
import { formatMoney, formatShortMoney } from "@/lib/kernel/money";
import { describeDay } from "@/lib/kernel/period-words";
import type { DueSpan } from "@/lib/renewals/calendar";
import { quarterWords } from "@/lib/summary/sentences";

/** What falls due in this quarter and the next, what of it is at risk, and what has been called. */
export function RenewalsPanel({ workspace, summary: { quarters, today } }: Part) {
  const page = `/w/${workspace.slug}/renewals`;
  return (
    <Sheet
      title={
        <Link href={page} className="hover:underline">
          Renewals of two quarters
        </Link>
      }
      note={`As they stand on ${describeDay(today)}; money is a year of each contract.`}
      flush
    >
      <div className="grid gap-px border-line border-t bg-line sm:grid-cols-2">
        {quarters.map((quarter) => (
          <Quarter key={quarter.from} quarter={quarter} currency={workspace.currency} />
        ))}
      </div>
    </Sheet>
  );
}

function Quarter({
  quarter: { from, contracts, acv, unpriced, renewed, lost, open, bands },
  currency,
}: {
  quarter: DueSpan;
  currency: string;
}) {
  const risk = bands.red;
  const lines = [
    { label: "Due in all", value: `${count(contracts)}, ${formatShortMoney(acv, currency)}` },
    { label: "Decided", value: contracts === 0 ? "—" : `${count(renewed)} renewed, ${count(lost)} lost` },
    { label: "Open", value: open.contracts === 0 ? "none" : `${count(open.contracts)}, ${formatShortMoney(open.acv, currency)}` },
    {
      label: "Called",
      value:
        open.contracts === 0 ? "—" : `${count(open.called)} of ${count(open.contracts)}, at ${formatShortMoney(open.callAmount, currency)}`,
    },
  ];
  return (
    <div className="bg-sheet px-4 py-3 print:py-1.5">
      <h3 className="eyebrow">{quarterWords(from)}</h3>
      <p className="mt-1 flex flex-wrap items-baseline gap-x-2">
        <span className="headline text-xl">{formatMoney(risk.acv, currency)}</span>
        <BandMark band="red" className="text-sm" />
        <span className="text-ink-2 text-sm">
          in {count(risk.contracts)} {risk.contracts === 1 ? "renewal" : "renewals"}
        </span>
      </p>
      <dl className="figures mt-2 grid grid-cols-[auto_1fr] gap-x-4 gap-y-0.5 text-sm">
        {lines.map(({ label, value }) => (
          <div key={label} className="contents">
            <dt className="text-ink-3">{label}</dt>
            <dd className="text-right">{value}</dd>
          </div>
        ))}
      </dl>
      {unpriced > 0 ? <p className="mt-1 text-ink-3 text-xs">{count(unpriced)} not counted for want of an exchange rate.</p> : null}
    </div>
  );
}

function count(n: number): string {
  return n.toLocaleString("en-US");
}
