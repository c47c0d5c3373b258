import { OwnerName } from "@/components/metric/owners";
import { BandScore } from "@/components/ui/band";
import { Link } from "@/components/ui/link";
import { Sheet } from "@/components/ui/sheet";
import { formatMoney } from "@/lib/kernel/money";
import { daysBetween } from "@/lib/kernel/period";
import { describeDistance } from "@/lib/kernel/period-words";
import { COVERED_DAYS } from "@/lib/renewals/covered";
import type { Coverage } from "@/lib/renewals/data";

type Props = { coverage: Coverage; workspace: { slug: string; currency: string }; today: string };

/** Money at risk that nobody called, wrote to or met lately. */
export function CoveragePanel({ coverage: { atRisk, untouched, rows }, workspace, today }: Props) {
  return (
    <Sheet title="At risk and untouched" note={`No call, mail or meeting in ${COVERED_DAYS} days.`} flush>
      <p className="px-4 pb-3" data-testid="untouched">
        <span className="figures font-semibold text-xl">{formatMoney(untouched.mrr, workspace.currency)}</span>{" "}
        <span className="text-ink-2 text-sm">
          MRR in {untouched.accounts.toLocaleString("en-US")} of {atRisk.accounts.toLocaleString("en-US")} accounts at risk (
          {formatMoney(atRisk.mrr, workspace.currency)})
        </span>
      </p>
      <ul className="divide-y divide-line border-line border-t empty:border-0" aria-label="At risk and untouched">
        {rows.map(({ id, name, owner, mrr, score, touchedOn }) => (
          <li key={id} className="flex items-baseline justify-between gap-3 px-4 py-2 text-sm">
            <span className="min-w-0">
              <Link href={`/w/${workspace.slug}/accounts/${id}`} className="wrap-anywhere font-medium hover:underline">
                {name}
              </Link>
              <span className="block text-ink-3 text-xs">
                {owner === null ? "nobody's" : <OwnerName email={owner} />} ·{" "}
                {touchedOn === null ? "never touched" : `touched ${describeDistance(daysBetween(today, touchedOn))}`}
              </span>
            </span>
            <span className="figures flex shrink-0 items-baseline gap-3">
              <BandScore band="red" score={score} />
              {formatMoney(mrr, workspace.currency)}
            </span>
          </li>
        ))}
      </ul>
      {rows.length < untouched.accounts ? (
        <p className="border-line border-t px-4 py-2 text-ink-3 text-xs">The {rows.length} largest are shown.</p>
      ) : null}
    </Sheet>
  );
}
