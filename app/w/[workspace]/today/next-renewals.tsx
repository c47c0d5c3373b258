import { BandShape } from "@/components/ui/band";
import { Link } from "@/components/ui/link";
import { Sheet } from "@/components/ui/sheet";
import { BAND_WORDS } from "@/lib/kernel/band-words";
import { formatMoney, formatShortMoney } from "@/lib/kernel/money";
import { daysBetween } from "@/lib/kernel/period";
import { describeDistance } from "@/lib/kernel/period-words";
import type { TodayView } from "@/lib/signals/queue/today";

/** What is up for renewal in 90 and 180 days, and the next few. */
export function NextRenewals({ view: { renewals, workspace, today } }: { view: TodayView }) {
  const { rows, sums } = renewals;
  return (
    <Sheet flush title="Renewals" note="Contracts that nobody has decided yet">
      <dl className="grid grid-cols-2 gap-px border-line border-t bg-line">
        {sums.map(({ within, contracts, value }) => (
          <div key={within} className="bg-sheet px-4 py-2">
            <dt className="text-ink-3 text-xs">in {within} days</dt>
            <dd className="figures font-medium" title={formatMoney(value, workspace.currency)}>
              {formatShortMoney(value, workspace.currency)}
              <span className="ml-1.5 font-normal text-ink-3 text-xs">
                {contracts} {contracts === 1 ? "contract" : "contracts"}
              </span>
            </dd>
          </div>
        ))}
      </dl>
      <ul aria-label="Renewals" className="divide-y divide-line border-line border-t empty:border-0">
        {rows.map((row) => (
          <li key={`${row.id} ${row.dueOn}`} className="flex items-baseline justify-between gap-3 px-4 py-2 text-sm">
            <span className="flex min-w-0 items-baseline gap-1.5">
              <BandShape band={row.band ?? "unknown"} />
              <span className="sr-only">{BAND_WORDS[row.band ?? "unknown"]},</span>
              <Link href={`/w/${workspace.slug}/accounts/${row.id}`} className="wrap-anywhere min-w-0 font-medium hover:underline">
                {row.name}
              </Link>
            </span>
            <span className="figures shrink-0 text-right">
              {formatShortMoney(row.value, workspace.currency)}
              <span className="ml-1.5 text-ink-3 text-xs">{describeDistance(daysBetween(today, row.dueOn))}</span>
            </span>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
