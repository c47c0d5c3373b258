"use client";

import { STEPS } from "@/app/w/[workspace]/health/params";
import { BandChart, type BandColumn } from "@/components/charts/band-chart";
import { ChartFrame } from "@/components/charts/chart-frame";
import { BandMark } from "@/components/ui/band";
import { Segmented } from "@/components/ui/segmented";
import { Sheet } from "@/components/ui/sheet";
import type { HealthView, VersionMark } from "@/lib/health/data";
import { ruleWords } from "@/lib/health/words";
import { BAND_WORDS, BANDS } from "@/lib/kernel/band-words";
import { format } from "@/lib/kernel/format";
import { describeDay, describeMonth } from "@/lib/kernel/period-words";

type Props = { view: HealthView; step: (typeof STEPS)[number]; onStep: (step: (typeof STEPS)[number]) => void };

const HEIGHT = 230;
const STEP_WORDS = { month: "12 months", day: "60 days" };

/** How the bands came to be what they are; a dashed line says that from there on other scorecards hold. */
export function BandTrend({ view: { trend, marks, bands }, step, onStep }: Props) {
  const columns = trend.map(({ day, score: _, ...counts }, index): BandColumn => {
    const words = step === "month" && index < trend.length - 1 ? describeMonth(day) : describeDay(day).slice(0, -5);
    return { key: day, label: words, counts, mark: markOf(marks, trend[index - 1]?.day, day) };
  });
  return (
    <Sheet className="pt-3.5">
      <ChartFrame
        title="Over time"
        fileName={`health-by-${step}`}
        height={HEIGHT}
        caption={`Share of the accounts scored at the end of each ${step}. ${ruleWords(bands)}${marks.length > 0 ? " A dashed line: from there on another version of the scorecards holds." : ""}`}
        controls={
          <Segmented
            label="Stretch of time"
            value={step}
            options={STEPS.map((value) => ({ value, label: STEP_WORDS[value] }))}
            onChange={onStep}
          />
        }
        twin={{
          columns: ["End of", ...BANDS.map((band) => BAND_WORDS[band]), "Mean score"],
          rows: trend.map(({ day, score, ...counts }) => ({
            key: day,
            cells: [
              describeDay(day),
              ...BANDS.map((band) => counts[band].toLocaleString("en-US")),
              format(score, { unit: "score", digits: 1 }),
            ],
            file: [day, ...BANDS.map((band) => counts[band]), score],
          })),
        }}
      >
        <p className="mb-1 flex flex-wrap gap-x-4 text-xs">
          {BANDS.map((band) => (
            <BandMark key={band} band={band} />
          ))}
        </p>
        <BandChart columns={columns} height={HEIGHT} />
      </ChartFrame>
    </Sheet>
  );
}

function markOf(marks: readonly VersionMark[], after: string | undefined, day: string): string | undefined {
  const mark = marks.findLast(({ fromDay }) => fromDay <= day && (after === undefined || fromDay > after));
  return mark ? `v${mark.number}` : undefined;
}
