import type { Part } from "@/app/w/[workspace]/overview/context";
import { ClassBadge } from "@/components/metric/class-badge";
import { Link } from "@/components/ui/link";
import { Sheet } from "@/components/ui/sheet";
import { formatMoney } from "@/lib/kernel/money";
import { parsePeriod } from "@/lib/kernel/period";
import { describeMonth, describePeriod } from "@/lib/kernel/period-words";
import type { Mover } from "@/lib/metrics/movers";

/** The accounts that moved most, with what kind of movement it was and why. */
export function MoversPanel({ workspace, currency, period, data }: Part) {
  const { gains, losses } = data.movers;
  const months = parsePeriod(period)?.kind !== "month";
  return (
    <Sheet title="What moved" note={`Largest movements of ${describePeriod(period)}${months ? ", month by month" : ""}`} flush>
      <div className="grid grid-cols-1 gap-px border-line border-t bg-line md:grid-cols-2">
        <MoverList title="Gains" movers={gains} none="No account gained in this period." {...{ workspace, currency, months }} />
        <MoverList title="Losses" movers={losses} none="No account lost in this period." {...{ workspace, currency, months }} />
      </div>
    </Sheet>
  );
}

type Props = { title: string; movers: readonly Mover[]; none: string; workspace: string; currency: string; months: boolean };

function MoverList({ title, movers, none, workspace, currency, months }: Props) {
  return (
    <div className="min-w-0 bg-sheet px-4 pt-3 pb-2">
      <h3 className="eyebrow">{title}</h3>
      {movers.length === 0 ? <p className="py-6 text-ink-3 text-sm">{none}</p> : null}
      <ul className="divide-y divide-line">
        {movers.map((mover) => (
          <li key={`${mover.accountId} ${mover.month}`} className="py-2.5">
            <div className="flex items-baseline justify-between gap-3">
              <Link href={`/w/${workspace}/accounts/${mover.accountId}`} className="min-w-0 truncate font-medium hover:underline">
                {mover.name}
              </Link>
              <span className="figures shrink-0 font-semibold">
                {mover.by > 0 ? "+" : ""}
                {formatMoney(mover.by, currency)}
              </span>
            </div>
            <p className="mt-0.5 flex flex-wrap items-center gap-x-2 gap-y-0.5 text-ink-3 text-xs">
              <ClassBadge of={mover.class} />
              {months ? <span>{describeMonth(mover.month)}</span> : null}
              <span className="wrap-anywhere min-w-0 text-ink-2">{mover.reason ?? ""}</span>
            </p>
          </li>
        ))}
      </ul>
    </div>
  );
}
