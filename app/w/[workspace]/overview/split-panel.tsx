"use client";

import { tellingApart } from "@/app/w/[workspace]/dimension-selects";
import { DIMENSION_WORDS } from "@/app/w/[workspace]/dimension-words";
import { metricAddress } from "@/app/w/[workspace]/metric-address";
import type { Part } from "@/app/w/[workspace]/overview/context";
import { Split } from "@/app/w/[workspace]/split";
import { useView } from "@/app/w/[workspace]/use-view";
import { NONE } from "@/app/w/[workspace]/view";
import { Segmented } from "@/components/ui/segmented";
import { Sheet } from "@/components/ui/sheet";
import type { DimensionValue } from "@/lib/accounts/data";
import { DIMENSIONS, type Dimension } from "@/lib/kernel/dimension";

/** Where the MRR is, part by part, with how well each part is kept. */
export function SplitPanel({ workspace, view, period, data, by, values }: Part & { by: Dimension; values: readonly DimensionValue[] }) {
  const [, setView] = useView();
  const worth = tellingApart(DIMENSIONS, values, (dimension) => dimension === by).slice(0, 5);
  const [mrr, customers, retention] = ["mrr", "customers", "net-revenue-retention"].map((id) =>
    data.split.metrics.find((reading) => reading.id === id),
  );
  if (!mrr || !customers || !retention) return null;
  return (
    <Sheet className="pt-3.5">
      <Split
        title={`MRR by ${DIMENSION_WORDS[by].toLowerCase()}`}
        name="MRR"
        reading={mrr}
        beside={[
          { name: "Customers", reading: customers },
          { name: "NRR", reading: retention },
        ]}
        period={period}
        controls={
          <Segmented
            label="Split by"
            value={by}
            options={worth.map((value) => ({ value, label: DIMENSION_WORDS[value] }))}
            onChange={(next) => void setView({ by: next })}
          />
        }
        address={(value) => metricAddress(workspace, "mrr", view, { [by]: value ?? NONE })}
      />
    </Sheet>
  );
}
