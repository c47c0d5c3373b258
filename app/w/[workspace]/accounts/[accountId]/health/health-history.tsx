"use client";

import { useBearings } from "@/app/w/[workspace]/bearings";
import { MarkList } from "@/app/w/[workspace]/marks/mark-list";
import { ChartFrame } from "@/components/charts/chart-frame";
import { byPlace, placeMarks, withMarks } from "@/components/charts/marks";
import { ScoreChart } from "@/components/charts/score-chart";
import { marksOfHealth } from "@/lib/annotations/rules";
import type { AccountHealth } from "@/lib/health/account";
import { ruleWords } from "@/lib/health/words";
import { BAND_WORDS, scoreWords } from "@/lib/kernel/band-words";
import { addDays } from "@/lib/kernel/period";
import { describeDay } from "@/lib/kernel/period-words";

const HEIGHT = 200;

/** The score at the end of each of the last 180 days, with what happened meanwhile and when a person's band held. */
export function HealthHistory({ health: { history, overrides, bands } }: { health: AccountHealth }) {
  const { marks } = useBearings();
  const [first] = history;
  const last = history.at(-1);
  if (!first || !last || history.length < 2) return null;
  const placed = placeMarks(
    marksOfHealth(marks),
    history.map(({ day }) => ({ key: day, from: day, until: addDays(day, 1) })),
  );
  const places = byPlace(placed);
  const spans = overrides.flatMap(({ id, band, on, untilOn, endedOn }) => {
    const until = [untilOn, endedOn ?? untilOn, last.day].sort()[0] ?? last.day;
    const held = history.filter(({ day }) => day >= on && day <= until);
    const [from, to] = [held[0]?.day, held.at(-1)?.day];
    return from && to ? [{ id, from, until: to, words: BAND_WORDS[band] }] : [];
  });
  const byHand = spans.length > 0 ? " Shaded: a band set by hand held." : "";
  return (
    <div className="border-line border-t px-4 pt-3 pb-4">
      <ChartFrame
        title="Score over time"
        fileName="health-score"
        height={HEIGHT}
        caption={`At the end of each day, ${describeDay(first.day)} to ${describeDay(last.day)}. ${ruleWords(bands)}${byHand}`}
        twin={withMarks(
          {
            columns: ["Day", "Score", "Band of the score", "Version"],
            rows: history.map(({ day, score, band, version }) => ({
              key: day,
              cells: [describeDay(day), scoreWords(score), BAND_WORDS[band], String(version)],
              file: [day, score, BAND_WORDS[band], version],
            })),
          },
          places,
        )}
      >
        <ScoreChart
          points={history.map(({ day, score, band }) => ({ key: day, label: describeDay(day), score, band }))}
          edges={bands}
          marks={places}
          spans={spans}
          height={HEIGHT}
        />
      </ChartFrame>
      <MarkList marks={placed} metric={null} />
    </div>
  );
}
