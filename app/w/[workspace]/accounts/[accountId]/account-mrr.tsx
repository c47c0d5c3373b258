"use client";

import { useBearings } from "@/app/w/[workspace]/bearings";
import { MarkList } from "@/app/w/[workspace]/marks/mark-list";
import { ChartFrame } from "@/components/charts/chart-frame";
import { byPlace, placeMarks, withMarks } from "@/components/charts/marks";
import { TrendChart } from "@/components/charts/trend-chart";
import { showTick } from "@/components/metric/show";
import { Sheet } from "@/components/ui/sheet";
import type { AccountView } from "@/lib/accounts/page/data";
import { marksOf } from "@/lib/annotations/rules";
import { formatMoney, majorText } from "@/lib/kernel/money";
import { addMonths } from "@/lib/kernel/period";
import { describeMonth } from "@/lib/kernel/period-words";

const HEIGHT = 220;
const SHOWN = { id: "mrr", name: "Monthly recurring revenue", group: "Revenue" } as const;

/** What the account paid at the close of each month. */
export function AccountMrr({ account, months, workspace: { currency } }: Pick<AccountView, "account" | "months" | "workspace">) {
  const { marks } = useBearings();
  if (months.length === 0) return null;
  const thisMonth = account.today.slice(0, 7);
  const points = months.map(({ month, closing }) => ({
    key: month,
    label: describeMonth(month),
    value: closing,
    partial: month.startsWith(thisMonth),
  }));
  const stretches = months.map(({ month }) => ({ key: month, from: month, until: addMonths(month, 1) }));
  const placed = placeMarks(marksOf(marks, SHOWN), stretches);
  const places = byPlace(placed);
  const [first] = points;
  const last = points.at(-1);
  return (
    <Sheet className="pt-3.5">
      <ChartFrame
        title="MRR over time"
        fileName={`${account.externalId}-mrr`}
        height={HEIGHT}
        caption={`At the close of each month, ${first?.label} to ${last?.label}.${last?.partial ? " The last point is this month so far and is dashed." : ""}`}
        twin={withMarks(
          {
            columns: ["Month", `MRR (${currency})`],
            rows: points.map(({ key, label, value }) => ({
              key,
              cells: [label, formatMoney(value, currency)],
              file: [key.slice(0, 7), value === null ? null : Number(majorText(value, currency))],
            })),
          },
          places,
        )}
      >
        <TrendChart
          points={points}
          unit="money"
          marks={places}
          height={HEIGHT}
          format={(value) => formatMoney(value, currency)}
          formatTick={(value) => showTick(value, { unit: "money", currency })}
        />
      </ChartFrame>
      <MarkList marks={placed} metric={SHOWN} />
    </Sheet>
  );
}
