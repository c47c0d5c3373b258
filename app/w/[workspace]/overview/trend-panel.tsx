"use client";

import type { Part } from "@/app/w/[workspace]/overview/context";
import { Trend } from "@/app/w/[workspace]/trend";
import { useView } from "@/app/w/[workspace]/use-view";
import { filterOf } from "@/app/w/[workspace]/view";
import { Segmented } from "@/components/ui/segmented";
import { Sheet } from "@/components/ui/sheet";
import { TRENDS } from "@/lib/metrics/headlines";
import type { ShownMetric } from "@/lib/metrics/rows-face";

const SHORT: Record<(typeof TRENDS)[number], string> = {
  mrr: "MRR",
  customers: "Customers",
  "net-revenue-retention": "NRR",
  "gross-revenue-retention": "GRR",
  "customer-churn-rate": "Churn",
};

/** One of the main numbers over time. */
export function TrendPanel({ period, data, faces }: Part & { faces: readonly ShownMetric[] }) {
  const [view, setView] = useView();
  const id = TRENDS.find((known) => known === view.trend) ?? "mrr";
  const face = faces.find((known) => known.id === id);
  const reading = data.now.metrics.find((known) => known.id === id);
  if (!face || !reading) return null;
  return (
    <Sheet className="pt-3.5">
      <Trend
        face={face}
        reading={reading}
        period={period}
        title="Over time"
        isFiltered={Object.keys(filterOf(view)).length > 0}
        compare={data.asked.compare}
        controls={
          <Segmented
            label="Metric of the trend"
            value={id}
            options={TRENDS.map((value) => ({ value, label: SHORT[value] }))}
            onChange={(trend) => void setView({ trend })}
          />
        }
        onOpen={(next) => void setView({ period: next })}
      />
    </Sheet>
  );
}
