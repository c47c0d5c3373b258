import type { ReactNode } from "react";
import { BandMark } from "@/components/ui/band";
import { Link } from "@/components/ui/link";
import { Sheet } from "@/components/ui/sheet";
import type { HealthSummary } from "@/lib/health/data";
import type { Mover } from "@/lib/health/movers";
import { pointsWords } from "@/lib/health/words";
import { formatMoney, formatShortMoney } from "@/lib/kernel/money";

type Props = {
  view: Pick<HealthSummary, "fell" | "rose" | "flows">;
  workspace: { slug: string; currency: string };
  days: number;
  controls?: ReactNode;
};

/** Who changed band, with the reasons in words. */
export function HealthMovers({ view: { fell, rose, flows }, workspace, days, controls }: Props) {
  const [moved, mrr] = flows.reduce(([accounts, money], flow) => [accounts + flow.accounts, money + flow.mrr], [0, 0]);
  const words = moved === 1 ? "1 account changed its band" : `${moved.toLocaleString("en-US")} accounts changed their band`;
  return (
    <Sheet
      title="Who changed?"
      note={`${words} in ${days} days, with ${formatShortMoney(mrr, workspace.currency)} of MRR; the largest of them`}
      actions={controls}
      flush
    >
      <div className="grid grid-cols-1 gap-px border-line border-t bg-line md:grid-cols-2">
        <MoverList title="Fell" movers={fell} none="Nobody fell a band." workspace={workspace} />
        <MoverList title="Rose" movers={rose} none="Nobody rose a band." workspace={workspace} />
      </div>
    </Sheet>
  );
}

type ListProps = { title: string; movers: readonly Mover[]; none: string; workspace: { slug: string; currency: string } };

function MoverList({ title, movers, none, workspace }: ListProps) {
  return (
    <div className="min-w-0 bg-sheet px-4 pt-3 pb-2">
      <h3 className="eyebrow">{title}</h3>
      {movers.length === 0 ? <p className="py-6 text-ink-3 text-sm">{none}</p> : null}
      <ul className="divide-y divide-line" aria-label={title}>
        {movers.map(({ accountId, name, mrr, from, to, by, reasons }) => (
          <li key={accountId} className="py-2.5">
            <div className="flex items-baseline justify-between gap-3">
              <Link href={`/w/${workspace.slug}/accounts/${accountId}`} className="min-w-0 truncate font-medium hover:underline">
                {name}
              </Link>
              <span className="figures shrink-0 font-semibold">{formatMoney(mrr, workspace.currency)}</span>
            </div>
            <p className="mt-0.5 flex flex-wrap items-center gap-x-2 gap-y-0.5 text-xs">
              <BandMark band={from} />
              <span aria-hidden className="text-ink-3">
                →
              </span>
              <span className="sr-only">is now</span>
              <BandMark band={to} />
              {by === null ? null : <span className="figures text-ink-2">{pointsWords(by)} points</span>}
            </p>
            {reasons.map((reason) => (
              <p key={reason} className="wrap-anywhere mt-0.5 text-ink-2 text-xs">
                {reason}
              </p>
            ))}
          </li>
        ))}
      </ul>
    </div>
  );
}
