"use client";

import { useBearings } from "@/app/w/[workspace]/bearings";
import { STEPS } from "@/app/w/[workspace]/health/params";
import { MarkList } from "@/app/w/[workspace]/marks/mark-list";
import { BandChart, type BandColumn } from "@/components/charts/band-chart";
import { ChartFrame } from "@/components/charts/chart-frame";
import { byPlace, placeMarks, withMarks } from "@/components/charts/marks";
import { BandMark } from "@/components/ui/band";
import { Segmented } from "@/components/ui/segmented";
import { Sheet } from "@/components/ui/sheet";
import { marksOfHealth } from "@/lib/annotations/rules";
import type { HealthView } from "@/lib/health/data";
import { ruleWords } from "@/lib/health/words";
import { BAND_WORDS, BANDS } from "@/lib/kernel/band-words";
import { format } from "@/lib/kernel/format";
import { addDays } from "@/lib/kernel/period";
import { describeDay, describeMonth } from "@/lib/kernel/period-words";

type Props = { view: HealthView; step: (typeof STEPS)[number]; onStep: (step: (typeof STEPS)[number]) => void };

const HEIGHT = 230;
const STEP_WORDS = { month: "12 months", day: "60 days" };

/** How the bands came to be what they are, and what happened meanwhile. */
export function BandTrend({ view: { trend, bands }, step, onStep }: Props) {
  const { marks } = useBearings();
  // A column stands for the days since the one before it.
  const stretches = trend.map(({ day }, index) => ({
    key: day,
    from: addDays(trend[index - 1]?.day ?? addDays(day, -1), 1),
    until: addDays(day, 1),
  }));
  const placed = placeMarks(marksOfHealth(marks), stretches);
  const places = byPlace(placed);
  const columns = trend.map(({ day, score: _, ...counts }, index): BandColumn => {
    const words = step === "month" && index < trend.length - 1 ? describeMonth(day) : describeDay(day).slice(0, -5);
    return { key: day, label: words, counts, mark: places.find(({ at }) => at === day)?.signs };
  });
  return (
    <Sheet className="pt-3.5">
      <ChartFrame
        title="Over time"
        fileName={`health-by-${step}`}
        height={HEIGHT}
        caption={`Share of the accounts scored at the end of each ${step}. ${ruleWords(bands)}`}
        controls={
          <Segmented
            label="Stretch of time"
            value={step}
            options={STEPS.map((value) => ({ value, label: STEP_WORDS[value] }))}
            onChange={onStep}
          />
        }
        twin={withMarks(
          {
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
          },
          places,
        )}
      >
        <p className="mb-1 flex flex-wrap gap-x-4 text-xs">
          {BANDS.map((band) => (
            <BandMark key={band} band={band} />
          ))}
        </p>
        <BandChart columns={columns} height={HEIGHT} />
      </ChartFrame>
      <MarkList marks={placed} metric={null} />
    </Sheet>
  );
}
