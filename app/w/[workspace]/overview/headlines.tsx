import { useBearings } from "@/app/w/[workspace]/bearings";
import { metricAddress } from "@/app/w/[workspace]/metric-address";
import type { Part } from "@/app/w/[workspace]/overview/context";
import { useTarget } from "@/app/w/[workspace]/targets/use-target";
import { filterOf } from "@/app/w/[workspace]/view";
import { LeadCard } from "@/components/metric/lead-card";
import { MetricCard } from "@/components/metric/metric-card";
import { tellStory } from "@/components/metric/story";
import { Link } from "@/components/ui/link";
import { describePeriod } from "@/lib/kernel/period-words";
import { type Comparison, comparedPeriod } from "@/lib/metrics/comparison";
import { HEADLINES } from "@/lib/metrics/headlines";
import type { ShownMetric } from "@/lib/metrics/rows-face";

/** The number that matters most with what it says, and the few that stand beside it. */
export function Headlines({
  workspace,
  period,
  view,
  data,
  faces,
  compare,
  currency,
}: Part & { faces: readonly ShownMetric[]; compare: Comparison }) {
  const { targets, mayTarget } = useBearings();
  const targetOf = useTarget(period, Object.keys(filterOf(view)).length > 0);
  const earlier = comparedPeriod(period, compare);
  const against = earlier === null ? undefined : describePeriod(earlier).replace("12 months to ", "");
  const cards = HEADLINES.flatMap((id) => {
    const face = faces.find((known) => known.id === id);
    const now = data.now.metrics.find((reading) => reading.id === id);
    if (!face || !now) return [];
    return [
      {
        face,
        now,
        before: data.before?.metrics.find((reading) => reading.id === id),
        against,
        address: metricAddress(workspace, id, view),
        target: targetOf(face, now)?.shown,
      },
    ];
  });
  const [lead, ...others] = cards;
  const movements = data.now.metrics.find(({ id }) => id === "new-mrr");
  return (
    <div className="grid gap-1.5">
      <section
        aria-label="Headline numbers"
        className="grid grid-cols-1 gap-px overflow-hidden rounded-lg border border-line bg-line xl:grid-cols-[minmax(24rem,1fr)_2fr]"
      >
        {lead ? <LeadCard {...lead} story={movements ? tellStory(movements, { currency, period }) : ""} /> : null}
        <div className="grid grid-cols-2 gap-px lg:grid-cols-3">
          {others.map((card) => (
            <MetricCard key={card.face.id} {...card} />
          ))}
        </div>
      </section>
      {mayTarget && targets.length === 0 ? (
        <p className="no-print text-ink-3 text-xs">
          No number has a target yet.{" "}
          <Link href={`/w/${workspace}/settings/targets`} className="underline">
            Set one
          </Link>
        </p>
      ) : null}
    </div>
  );
}
