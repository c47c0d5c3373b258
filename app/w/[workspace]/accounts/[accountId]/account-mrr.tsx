"use client";

import { ChartFrame } from "@/components/charts/chart-frame";
import { TrendChart } from "@/components/charts/trend-chart";
import { showTick } from "@/components/metric/show";
import { Sheet } from "@/components/ui/sheet";
import type { AccountView } from "@/lib/accounts/page/data";
import { formatMoney, majorText } from "@/lib/kernel/money";
import { describeMonth } from "@/lib/kernel/period-words";

const HEIGHT = 220;

/** What the account paid at the close of each month. */
export function AccountMrr({ account, months, workspace: { currency } }: Pick<AccountView, "account" | "months" | "workspace">) {
  if (months.length === 0) return null;
  const thisMonth = account.today.slice(0, 7);
  const points = months.map(({ month, closing }) => ({
    key: month,
    label: describeMonth(month),
    value: closing,
    partial: month.startsWith(thisMonth),
  }));
  const [first] = points;
  const last = points.at(-1);
  return (
    <Sheet className="pt-3.5">
      <ChartFrame
        title="MRR over time"
        fileName={`${account.externalId}-mrr`}
        height={HEIGHT}
        caption={`At the close of each month, ${first?.label} to ${last?.label}.${last?.partial ? " The last point is this month so far and is dashed." : ""}`}
        twin={{
          columns: ["Month", `MRR (${currency})`],
          rows: points.map(({ key, label, value }) => ({
            key,
            cells: [label, formatMoney(value, currency)],
            file: [key.slice(0, 7), value === null ? null : Number(majorText(value, currency))],
          })),
        }}
      >
        <TrendChart
          points={points}
          unit="money"
          height={HEIGHT}
          format={(value) => formatMoney(value, currency)}
          formatTick={(value) => showTick(value, { unit: "money", currency })}
        />
      </ChartFrame>
    </Sheet>
  );
}
