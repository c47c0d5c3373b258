import { opens, type Part } from "@/app/w/[workspace]/summary/[month]/context";
import { Restated } from "@/app/w/[workspace]/summary/[month]/restated";
import { ClassBadge } from "@/components/metric/class-badge";
import { Link } from "@/components/ui/link";
import { Sheet } from "@/components/ui/sheet";
import { formatMoney } from "@/lib/kernel/money";
import { describePeriod } from "@/lib/kernel/period-words";
import type { ToldMover } from "@/lib/summary/movers/rules";

const PARTS: Record<string, string> = {
  opening: "Opening",
  new: "New",
  expansion: "Expansion",
  reactivated: "Came back",
  contraction: "Contraction",
  churned: "Churned",
  closing: "Closing",
};

/** The largest losses and gains of the month with one cause each, and what late data moved of the bridge. */
export function MoversPanel({ workspace, summary }: Part) {
  const { losses, gains, periods, restated, bridge } = summary;
  const moved = restated.filter(({ id, part }) => id === bridge.id && part !== null);
  return (
    <Sheet
      title="Largest losses and gains"
      note={`In ${describePeriod(periods.month)}. One cause each: the reason they gave; else a risk or many tickets in the 60 days before; else what changed.`}
      flush
    >
      <div className="grid grid-cols-1 gap-px border-line border-t bg-line sm:grid-cols-2">
        <MoverList
          title="Losses"
          all={opens(workspace, "churned-mrr", periods.month)}
          movers={losses}
          none="No account left or shrank."
          workspace={workspace}
        />
        <MoverList
          title="Gains"
          all={opens(workspace, "new-mrr", periods.month)}
          movers={gains}
          none="No account joined or grew."
          workspace={workspace}
        />
      </div>
      {moved.length === 0 ? null : (
        <ul aria-label="Restated in the bridge" className="grid gap-1 border-line border-t px-4 py-2.5">
          {moved.map(({ part, was }) => (
            <li key={part} className="flex flex-wrap items-baseline gap-x-2 text-sm">
              {PARTS[part ?? ""]} {formatMoney(bridge.details[part ?? ""] ?? null, workspace.currency)} <Restated was={was} />
            </li>
          ))}
        </ul>
      )}
    </Sheet>
  );
}

type Props = { title: string; all: string; movers: readonly ToldMover[]; none: string; workspace: Part["workspace"] };

function MoverList({ title, all, movers, none, workspace: { slug, currency } }: Props) {
  return (
    <div className="min-w-0 bg-sheet px-4 pt-3 pb-2 print:pt-1.5 print:pb-1">
      <h3 className="eyebrow">
        <Link href={all} className="hover:underline">
          {title}
        </Link>
      </h3>
      {movers.length === 0 ? <p className="py-4 text-ink-3 text-sm">{none}</p> : null}
      <ul className="divide-y divide-line" aria-label={title}>
        {movers.map(({ accountId, name, by, cause, class: kind }) => (
          <li key={accountId} className="py-2 print:py-0.5">
            <p className="flex items-baseline justify-between gap-3">
              <Link href={`/w/${slug}/accounts/${accountId}`} className="wrap-anywhere min-w-0 font-medium hover:underline">
                {name}
              </Link>
              <span className="figures shrink-0 font-semibold">
                {by > 0 ? "+" : ""}
                {formatMoney(by, currency)}
              </span>
            </p>
            <p className="wrap-anywhere mt-0.5 text-xs print:mt-0">
              <ClassBadge of={kind} /> <span className={cause.from === "none" ? "text-ink-3" : "text-ink-2"}>{cause.words}</span>
            </p>
          </li>
        ))}
      </ul>
    </div>
  );
}
