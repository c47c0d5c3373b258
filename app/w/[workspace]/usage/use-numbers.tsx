import { metricAddress } from "@/app/w/[workspace]/metric-address";
import { useTarget } from "@/app/w/[workspace]/targets/use-target";
import type { Part } from "@/app/w/[workspace]/usage/context";
import { filterOf } from "@/app/w/[workspace]/view";
import { MetricCard } from "@/components/metric/metric-card";
import { ALL_DIMENSIONS } from "@/lib/kernel/dimension";
import { describePeriod } from "@/lib/kernel/period-words";
import { comparedPeriod } from "@/lib/metrics/comparison";
import type { ShownMetric } from "@/lib/metrics/rows-face";

/** How many use it, how often, how much, and how widely. */
export function UseNumbers({ workspace, view, data, faces }: Part & { faces: readonly ShownMetric[] }) {
  const earlier = comparedPeriod(data.asked.period, data.asked.compare);
  const against = earlier === null ? undefined : describePeriod(earlier).replace("12 months to ", "");
  const targetOf = useTarget(data.asked.period, Object.keys(filterOf(view, ALL_DIMENSIONS)).length > 0);
  const { feature: _, ...filters } = view;
  const cards = data.now.flatMap((now) => {
    const face = faces.find(({ id }) => id === now.id);
    const before = data.before.find(({ id }) => id === now.id);
    if (!face) return [];
    const address = metricAddress(workspace, now.id, { ...filters, feature: null });
    return [{ face, now, before, against, address, target: targetOf(face, now)?.shown }];
  });
  return (
    <section
      aria-label="Use in numbers"
      className="grid grid-cols-2 gap-px overflow-hidden rounded-lg border border-line bg-line md:grid-cols-3 xl:grid-cols-5 [&>*:last-child]:max-xl:col-span-full xl:[&>*:last-child]:col-span-1"
    >
      {cards.map((card) => (
        <MetricCard key={card.face.id} {...card} />
      ))}
    </section>
  );
}
