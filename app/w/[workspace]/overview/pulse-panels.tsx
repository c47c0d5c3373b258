import { metricAddress } from "@/app/w/[workspace]/metric-address";
import type { Part } from "@/app/w/[workspace]/overview/context";
import { useTarget } from "@/app/w/[workspace]/targets/use-target";
import { filterOf } from "@/app/w/[workspace]/view";
import { MetricLine } from "@/components/metric/metric-line";
import { Link } from "@/components/ui/link";
import { Sheet } from "@/components/ui/sheet";
import { describePeriod } from "@/lib/kernel/period-words";
import { type Comparison, comparedPeriod } from "@/lib/metrics/comparison";
import { PULSES } from "@/lib/metrics/headlines";
import type { ShownMetric } from "@/lib/metrics/rows-face";

type Props = Part & { faces: readonly ShownMetric[]; compare: Comparison };

/** What customers say, how they are helped and what they use: a few lines each, where records of them exist. */
export function PulsePanels({ workspace, period, view, data, faces, compare }: Props) {
  const targetOf = useTarget(period, Object.keys(filterOf(view)).length > 0);
  const earlier = comparedPeriod(period, compare);
  const against = earlier === null ? undefined : describePeriod(earlier).replace("12 months to ", "");
  return (
    <div className="grid gap-5 lg:grid-cols-2 xl:grid-cols-3">
      {PULSES.map(({ title, ids, missing }) => {
        const lines = ids.flatMap((id) => {
          const face = faces.find((known) => known.id === id);
          const now = data.pulse.now.metrics.find((reading) => reading.id === id);
          const before = data.pulse.before?.metrics.find((reading) => reading.id === id);
          if (!face || !now) return [];
          return [{ face, now, before, against, address: metricAddress(workspace, id, view), target: targetOf(face, now)?.shown }];
        });
        return (
          <Sheet key={title} title={title} flush>
            {lines.some(({ now }) => now.rows > 0) ? (
              <div className="divide-y divide-line border-line border-t">
                {lines.map((line) => (
                  <MetricLine key={line.face.id} {...line} />
                ))}
              </div>
            ) : (
              <p className="border-line border-t px-4 py-8 text-ink-2 text-sm">
                {missing}{" "}
                <Link href={`/w/${workspace}/data`} className="underline">
                  Bring some in
                </Link>
              </p>
            )}
          </Sheet>
        );
      })}
    </div>
  );
}
