import { DueCards } from "@/app/w/[workspace]/renewals/due-cards";
import { DueTable } from "@/app/w/[workspace]/renewals/due-table";
import type { RenewalsParams } from "@/app/w/[workspace]/renewals/params";
import { Button } from "@/components/ui/button";
import { Segmented } from "@/components/ui/segmented";
import { Sheet } from "@/components/ui/sheet";
import { formatMoney } from "@/lib/kernel/money";
import { describePeriod } from "@/lib/kernel/period-words";
import type { RenewalsView } from "@/lib/renewals/loaders";
import { SHOWN, type Shown } from "@/lib/renewals/schema";

type Props = { view: RenewalsView; onChange: (changed: Partial<RenewalsParams>) => void; onMore: () => void };

/** The renewals that are still open, those first on which somebody and the score say the opposite. */
export function DuePanel({ view, onChange, onMore }: Props) {
  const { workspace, asked, due, mayCall } = view;
  const { contracts, acv, unpriced, past, risk, disagree, uncalled } = due.totals;
  const labels = {
    all: `All ${count(contracts)}`,
    risk: `Risk or watch ${count(risk)}`,
    disagree: `Disagree ${count(disagree)}`,
    uncalled: `Not called ${count(uncalled)}`,
  };
  const all = { all: contracts, risk, disagree, uncalled }[asked.shown];
  const words = [
    `${count(contracts)} open ${contracts === 1 ? "renewal" : "renewals"} worth ${formatMoney(acv, workspace.currency)} a year`,
    ...(past > 0 ? [`${count(past)} past due`] : []),
    ...(unpriced > 0 ? [`${count(unpriced)} not counted for want of an exchange rate`] : []),
  ].join(", ");
  const list = { rows: due.rows, workspace, mayCall };
  return (
    <Sheet
      title={asked.due === null ? `Due within ${asked.days} days` : `Due in ${describePeriod(asked.due)}`}
      note={<span data-testid="due-total">{words}</span>}
      actions={
        <Segmented
          label="Which renewals"
          value={asked.shown}
          options={SHOWN.map((value) => ({ value, label: labels[value] }))}
          onChange={(shown) => onChange({ shown })}
        />
      }
      flush
    >
      {due.rows.length === 0 ? (
        <p className="border-line border-t px-4 py-8 text-center text-ink-2 text-sm">{NONE[asked.shown]}</p>
      ) : (
        <>
          <DueTable {...list} />
          <DueCards {...list} />
          {due.rows.length < all ? (
            <div className="flex items-center justify-between gap-3 px-4 py-2.5">
              <p className="figures text-ink-3 text-sm">
                {count(due.rows.length)} of {count(all)}
              </p>
              <Button size="sm" onClick={onMore}>
                Show more
              </Button>
            </div>
          ) : null}
        </>
      )}
    </Sheet>
  );
}

const NONE: Record<Shown, string> = {
  all: "Nothing falls due then. Look further ahead, or at everybody's.",
  risk: "Nobody who renews then is at risk or on watch.",
  disagree: "No call says the opposite of the score. A call to renew or grow disagrees with At risk; one to shrink or lose with Healthy.",
  uncalled: "Every one of them has a call.",
};

function count(n: number): string {
  return n.toLocaleString("en-US");
}
