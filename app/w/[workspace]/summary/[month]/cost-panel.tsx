import { opens, type Part, wasOf } from "@/app/w/[workspace]/summary/[month]/context";
import { Restated } from "@/app/w/[workspace]/summary/[month]/restated";
import { ChangeWords } from "@/components/metric/change-words";
import { OwnerName } from "@/components/metric/owners";
import { Link } from "@/components/ui/link";
import { Sheet } from "@/components/ui/sheet";
import { format } from "@/lib/kernel/format";
import { formatMoney, formatShortMoney } from "@/lib/kernel/money";
import { addMonths } from "@/lib/kernel/period";
import { describeDay, describeMonth } from "@/lib/kernel/period-words";
import { LOAD_WORDS } from "@/lib/portfolio/load";

const MOST = 4;

/** What keeping customers costs, and how much those who do it carry. */
export function CostPanel({ workspace, summary }: Part) {
  const { cost, bridge, load, periods, month, today } = summary;
  const { currency } = workspace;
  const { cost: spent, retained } = cost.now.details;
  const { opening, churned, contraction } = bridge.details;
  const kept = opening == null || churned == null || contraction == null ? null : opening - churned - contraction;
  const owners = load.filter(({ owner }) => owner !== null).sort((one, other) => other.load.all - one.load.all);
  const heaviest = owners[0]?.load.all ?? 0;
  const mean = owners.reduce((sum, line) => sum + line.load.all, 0) / Math.max(1, owners.length);
  return (
    <Sheet title="Cost and capacity" flush>
      <div className="grid gap-px border-line border-t bg-line sm:grid-cols-2">
        <div className="grid content-start gap-1 bg-sheet px-4 py-3 print:py-1.5">
          <h3 className="eyebrow">
            <Link href={opens(workspace, cost.now.id, periods.month)} className="hover:underline">
              Cost of retention, a customer kept
            </Link>
          </h3>
          <p className="headline text-xl" data-testid={`summary-${cost.now.id}`}>
            {formatMoney(cost.now.value, currency)}
          </p>
          <ChangeWords
            now={cost.now}
            before={cost.before}
            unit="money"
            better="lower"
            against={describeMonth(addMonths(`${month}-01`, -1))}
          />
          <Restated was={wasOf(summary, cost.now.id)} />
          <p className="text-ink-2 text-sm">
            {spent
              ? `${formatShortMoney(spent, currency)} for ${(retained ?? 0).toLocaleString("en-US")} customers kept${kept ? `, ${format(spent / kept, { unit: "share" })} of the MRR kept` : ""}.`
              : "No cost of this month was told."}
          </p>
        </div>
        <div className="grid content-start gap-2 bg-sheet px-4 py-3 print:py-1.5">
          <h3 className="eyebrow">
            <Link href={`/w/${workspace.slug}/portfolio`} className="hover:underline">
              Load on {describeDay(today)}
            </Link>
          </h3>
          {owners.length === 0 ? <p className="text-ink-2 text-sm">No account has an owner.</p> : null}
          {owners.slice(0, MOST).map(({ owner, accounts, load: { all } }) => (
            <div key={owner} title={LOAD_WORDS}>
              <p className="flex items-baseline justify-between gap-3 text-sm">
                <span className="wrap-anywhere min-w-0">{owner === null ? "nobody" : <OwnerName email={owner} />}</span>
                <span className="figures shrink-0 text-ink-2">
                  {all.toLocaleString("en-US")} <span className="text-ink-3 text-xs">in {accounts.toLocaleString("en-US")} accounts</span>
                </span>
              </p>
              <span aria-hidden className="mt-0.5 block h-1 rounded-full bg-sunk">
                <span className="block h-1 rounded-full bg-chart-1" style={{ width: `${heaviest === 0 ? 0 : (100 * all) / heaviest}%` }} />
              </span>
            </div>
          ))}
          {owners.length === 0 ? null : (
            <p className="text-ink-3 text-xs">
              {owners.length > MOST ? `The ${MOST} heaviest of ${owners.length}. ` : ""}On average {format(mean, { unit: "count" })} each.
              Accounts weigh by segment and health, tasks by their weight.
            </p>
          )}
        </div>
      </div>
    </Sheet>
  );
}
