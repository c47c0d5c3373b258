import { CallButton } from "@/app/w/[workspace]/renewals/call-dialog";
import type { DueList } from "@/app/w/[workspace]/renewals/due-table";
import { dueWords, RenewalBand, SaidWords } from "@/app/w/[workspace]/renewals/renewal-words";
import { OwnerName } from "@/components/metric/owners";
import { Link } from "@/components/ui/link";
import { formatMoney } from "@/lib/kernel/money";
import { describeDay } from "@/lib/kernel/period-words";

/** The same rows where a table does not fit. */
export function DueCards({ rows, workspace, mayCall }: DueList) {
  return (
    <ul className="divide-y divide-line border-line border-t md:hidden" aria-label="Renewals due">
      {rows.map((renewal) => (
        <li
          key={renewal.id}
          className="grid grid-cols-1 gap-1.5 px-4 py-3 text-sm [contain-intrinsic-size:auto_9rem] [content-visibility:auto]"
        >
          <div className="flex items-baseline justify-between gap-3">
            <Link href={`/w/${workspace.slug}/accounts/${renewal.account.id}`} className="wrap-anywhere min-w-0 font-medium">
              {renewal.account.name}
            </Link>
            <span className="figures shrink-0 font-semibold">{formatMoney(renewal.value, renewal.currency)}</span>
          </div>
          <p className="figures text-ink-3 text-xs">
            {dueWords(renewal)} · {renewal.account.owner === null ? "nobody's" : <OwnerName email={renewal.account.owner} />}
          </p>
          <RenewalBand renewal={renewal} />
          <p className="figures text-ink-3 text-xs">
            Last two-way touch {renewal.touchedOn === null ? "never" : describeDay(renewal.touchedOn)} · {renewal.tasks} open{" "}
            {renewal.tasks === 1 ? "task" : "tasks"}
          </p>
          <div className="flex items-start justify-between gap-3">
            <SaidWords renewal={renewal} />
            {mayCall ? <CallButton workspace={workspace.slug} renewal={renewal} /> : null}
          </div>
        </li>
      ))}
    </ul>
  );
}
