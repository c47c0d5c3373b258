import { OwnerChoice, type OwnersProps, Risk } from "@/app/w/[workspace]/portfolio/owners-table";
import { cx } from "@/components/ui/cx";
import { formatMoney } from "@/lib/kernel/money";

/** The same lines where a table does not fit. */
export function OwnerCards({ lines, workspace: { currency }, chosen, onChoose }: OwnersProps) {
  return (
    <ul className="divide-y divide-line border-line border-t md:hidden" aria-label="Owners">
      {lines.map(({ owner, accounts, mrr, atRisk, untouched, tasks, load }) => (
        <li key={owner ?? ""} className={cx("grid gap-1 px-4 py-3 text-sm", chosen === (owner ?? "") && "bg-accent-wash")}>
          <div className="flex items-baseline justify-between gap-3">
            <OwnerChoice owner={owner} chosen={chosen} onChoose={onChoose} />
            <span className="figures font-semibold">{formatMoney(mrr, currency)}</span>
          </div>
          <p className="figures text-ink-3 text-xs">
            {accounts.toLocaleString("en-US")} accounts · {tasks.open.toLocaleString("en-US")} open tasks,{" "}
            {tasks.overdue.toLocaleString("en-US")} overdue · load {load.all.toLocaleString("en-US")}
          </p>
          <p className="figures flex flex-wrap gap-x-4 text-xs">
            <span>
              At risk <Risk part={atRisk} currency={currency} />
            </span>
            <span>
              Untouched <Risk part={untouched} currency={currency} />
            </span>
          </p>
        </li>
      ))}
    </ul>
  );
}
