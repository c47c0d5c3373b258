import type { KEPT } from "@/app/w/[workspace]/cohorts/params";
import { ChartFrame } from "@/components/charts/chart-frame";
import { Triangle, triangleHeight } from "@/components/charts/triangle";
import { fileFigure } from "@/components/metric/show";
import { format } from "@/lib/kernel/format";
import { formatShortMoney } from "@/lib/kernel/money";
import { describeMonth } from "@/lib/kernel/period-words";
import type { Cohort } from "@/lib/metrics/cohorts";

type Props = { cohorts: readonly Cohort[]; months: number; kept: (typeof KEPT)[number]; currency: string };

const CAPTIONS = {
  customers:
    "Accounts by the month of their first paid MRR, and the share of them that pays at the close of each month after it. Those who leave and return stay in their first cohort.",
  mrr: "The MRR of accounts by the month of their first paid MRR, of what they first paid, at the close of each month after it. Above 100 % a cohort has grown by more than it lost.",
} as const;

/** How many cohorts are drawn. */
const MOST = 36;

/** Newest cohorts last; a month that is not over has no cell. */
export function CohortTriangle({ cohorts, months, kept, currency }: Props) {
  const shown = cohorts.slice(-MOST);
  const words = (share: number | null) => (share === null ? "" : format(share, { unit: "share", digits: 0 }));
  const size = (cohort: Cohort) =>
    kept === "customers"
      ? cohort.size.toLocaleString("en-US")
      : cohort.initialMrr === null
        ? "—"
        : formatShortMoney(cohort.initialMrr, currency);
  const rows = shown.map((cohort) => ({
    key: cohort.cohort,
    label: describeMonth(`${cohort.cohort}-01`),
    size: size(cohort),
    cells: cohort[kept].map((share) => ({ share, partial: false })),
  }));
  const sizeName = kept === "customers" ? "Accounts" : "First MRR";
  const steps = Array.from({ length: months + 1 }, (_, index) => index);
  const older =
    cohorts.length > shown.length ? ` The newest ${shown.length} of ${cohorts.length} cohorts are drawn; the file has all.` : "";
  return (
    <ChartFrame
      title={kept === "customers" ? "Customers kept, by cohort" : "MRR kept, by cohort"}
      fileName={`cohorts-${kept}`}
      height={triangleHeight(rows)}
      caption={`${CAPTIONS[kept]} Month 0 is the cohort's own; a month that is not over has no cell.${older}`}
      twin={{
        columns: ["Cohort", kept === "customers" ? sizeName : `${sizeName} (${currency})`, ...steps.map((step) => `Month ${step}`)],
        rows: cohorts.map((cohort) => ({
          key: cohort.cohort,
          cells: [describeMonth(`${cohort.cohort}-01`), size(cohort), ...steps.map((step) => words(cohort[kept][step] ?? null))],
          file: [
            cohort.cohort,
            kept === "customers" ? cohort.size : fileFigure(cohort.initialMrr, { unit: "money", currency }),
            ...steps.map((step) => cohort[kept][step] ?? null),
          ],
        })),
      }}
    >
      <Triangle rows={rows} sizeName={sizeName} stepName="" format={words} />
    </ChartFrame>
  );
}
