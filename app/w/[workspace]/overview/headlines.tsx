import { metricAddress } from "@/app/w/[workspace]/metric-address";
import type { Part } from "@/app/w/[workspace]/overview/context";
import { MetricCard } from "@/components/metric/metric-card";
import { tellStory } from "@/components/metric/story";
import { describePeriod } from "@/lib/kernel/period-words";
import { type Comparison, comparedPeriod } from "@/lib/metrics/comparison";
import { HEADLINES } from "@/lib/metrics/headlines";
import type { MetricFace } from "@/lib/metrics/types";

/** The few numbers that matter most, and what they say in a sentence. */
export function Headlines({
  workspace,
  period,
  view,
  data,
  faces,
  compare,
  currency,
}: Part & { faces: readonly MetricFace[]; compare: Comparison }) {
  const earlier = comparedPeriod(period, compare);
  const against = earlier === null ? undefined : describePeriod(earlier).replace("12 months to ", "");
  const movements = data.now.metrics.find(({ id }) => id === "new-mrr");
  return (
    <section aria-label="Headline numbers" className="overflow-hidden rounded-lg border border-line">
      {movements ? (
        <p className="border-line border-b bg-sheet px-4 py-3 text-ink-2 text-lg leading-relaxed">
          {tellStory(movements, { currency, period })}
        </p>
      ) : null}
      <div className="grid grid-cols-1 gap-px bg-line xs:grid-cols-2 lg:grid-cols-3 2xl:grid-cols-6">
        {HEADLINES.map((id) => {
          const face = faces.find((known) => known.id === id);
          const now = data.now.metrics.find((reading) => reading.id === id);
          if (!face || !now) return null;
          return (
            <MetricCard
              key={id}
              face={face}
              now={now}
              before={data.before?.metrics.find((reading) => reading.id === id)}
              against={against}
              address={metricAddress(workspace, id, view)}
            />
          );
        })}
      </div>
    </section>
  );
}
