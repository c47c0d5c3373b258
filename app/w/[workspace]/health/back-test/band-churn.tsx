"use client";

import { useState } from "react";
import { counted, spanWords } from "@/app/w/[workspace]/health/back-test/words";
import { BAND_SIGNS } from "@/components/charts/band-signs";
import { ChartFrame } from "@/components/charts/chart-frame";
import { type IntervalBar, IntervalBars, intervalBarsHeight } from "@/components/charts/interval-bars";
import { fileFigure, fileHeading, showFull } from "@/components/metric/show";
import { Segmented } from "@/components/ui/segmented";
import { Sheet } from "@/components/ui/sheet";
import type { BandRecord } from "@/lib/health/back-test/bands";
import { ruleWords } from "@/lib/health/words";
import { BAND_WORDS } from "@/lib/kernel/band-words";
import { format } from "@/lib/kernel/format";
import type { BandEdges } from "@/lib/kernel/health-score";

type Props = { bands: readonly BandRecord[]; edges: BandEdges; currency: string };

const share = (value: number | null, digits = 1) => format(value, { unit: "share", digits });

/** What came of each band within 90 days: accounts that left, or the money that left with them. */
export function BandChurn({ bands, edges, currency }: Props) {
  const [of, setOf] = useState<"accounts" | "money">("accounts");
  const seen = bands.filter(({ points }) => points > 0);
  const bars = seen.map((record): IntervalBar => {
    const found = of === "accounts" ? record.churn : record.revenueChurn;
    const span = spanWords(found?.interval ?? null, "share", 1);
    return {
      key: record.band,
      label: BAND_WORDS[record.band],
      ...BAND_SIGNS[record.band],
      value: found?.value ?? null,
      interval: found?.interval ?? null,
      words: `${share(found?.value ?? null)}${span === "" ? "" : ` (${span})`}`,
    };
  });
  const writing = { unit: "money" as const, currency };
  return (
    <Sheet className="pt-3.5">
      <ChartFrame
        title={of === "accounts" ? "Who left, by band" : "Money that left, by band"}
        fileName={`back-test-${of}`}
        height={intervalBarsHeight(bars)}
        caption={`${of === "accounts" ? "Share of the months' ends in a band after which the account left within 90 days." : "Share of the MRR at the months' ends in a band that left within 90 days with its account."} ${seen.map(({ band, points, accounts }) => `${BAND_WORDS[band]}: ${counted(points, "month's end", "months' ends")} of ${counted(accounts, "account", "accounts")}`).join("; ")}. The whisker is the 95 % interval. ${ruleWords(edges)}`}
        controls={
          <Segmented
            label="Share of"
            value={of}
            options={[
              { value: "accounts", label: "Accounts" },
              { value: "money", label: "Money" },
            ]}
            onChange={setOf}
          />
        }
        twin={{
          columns: [
            "Band",
            "Months' ends",
            "Accounts",
            "Left after",
            "Share",
            "Interval",
            fileHeading("MRR", writing),
            fileHeading("MRR left", writing),
            "Share of MRR",
            "Interval of MRR",
          ],
          rows: bands.map(({ band, points, accounts, left, churn, mrr, mrrLeft, revenueChurn }) => ({
            key: band,
            cells: [
              BAND_WORDS[band],
              points.toLocaleString("en-US"),
              accounts.toLocaleString("en-US"),
              left.toLocaleString("en-US"),
              share(churn?.value ?? null),
              spanWords(churn?.interval ?? null, "share", 1) || "—",
              showFull(mrr, writing),
              showFull(mrrLeft, writing),
              share(revenueChurn?.value ?? null),
              spanWords(revenueChurn?.interval ?? null, "share", 1) || "—",
            ],
            file: [
              ...[BAND_WORDS[band], points, accounts, left, churn?.value ?? null, churn?.interval?.join(" ") ?? null],
              ...[
                fileFigure(mrr, writing),
                fileFigure(mrrLeft, writing),
                revenueChurn?.value ?? null,
                revenueChurn?.interval?.join(" ") ?? null,
              ],
            ],
          })),
        }}
      >
        <IntervalBars bars={bars} unit="share" format={(value) => share(value, 0)} />
      </ChartFrame>
    </Sheet>
  );
}
