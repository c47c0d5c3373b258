"use client";

import { ChartFrame } from "@/components/charts/chart-frame";
import { ScoreChart } from "@/components/charts/score-chart";
import type { AccountHealth } from "@/lib/health/account";
import { ruleWords } from "@/lib/health/words";
import { BAND_WORDS } from "@/lib/kernel/band-words";
import { format } from "@/lib/kernel/format";
import { describeDay } from "@/lib/kernel/period-words";

const HEIGHT = 200;

/** The score at the end of each of the last 180 days, with the days on which other scorecards or a person's band came into force. */
export function HealthHistory({ health: { history, overrides, bands } }: { health: AccountHealth }) {
  const [first] = history;
  const last = history.at(-1);
  if (!first || !last || history.length < 2) return null;
  const marks = history.flatMap(({ day, version }, place) => {
    const before = history[place - 1];
    return before && before.version !== version ? [{ key: day, words: `v${version}` }] : [];
  });
  const spans = overrides.flatMap(({ id, band, on, untilOn, endedOn }) => {
    const until = [untilOn, endedOn ?? untilOn, last.day].sort()[0] ?? last.day;
    const held = history.filter(({ day }) => day >= on && day <= until);
    const [from, to] = [held[0]?.day, held.at(-1)?.day];
    return from && to ? [{ id, from, until: to, words: BAND_WORDS[band] }] : [];
  });
  const byHand = spans.length > 0 ? " Shaded: a band set by hand held." : "";
  const versions = marks.length > 0 ? " Dashed: other scorecards from there on." : "";
  return (
    <div className="border-line border-t px-4 pt-3 pb-4">
      <ChartFrame
        title="Score over time"
        fileName="health-score"
        height={HEIGHT}
        caption={`At the end of each day, ${describeDay(first.day)} to ${describeDay(last.day)}. ${ruleWords(bands)}${byHand}${versions}`}
        twin={{
          columns: ["Day", "Score", "Band of the score", "Version"],
          rows: history.map(({ day, score, band, version }) => ({
            key: day,
            cells: [describeDay(day), format(score, { unit: "score", digits: 1 }), BAND_WORDS[band], String(version)],
            file: [day, score, BAND_WORDS[band], version],
          })),
        }}
      >
        <ScoreChart
          points={history.map(({ day, score, band }) => ({ key: day, label: describeDay(day), score, band }))}
          edges={bands}
          marks={marks}
          spans={spans}
          height={HEIGHT}
        />
      </ChartFrame>
    </div>
  );
}
