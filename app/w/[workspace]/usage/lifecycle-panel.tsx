import { useBearings } from "@/app/w/[workspace]/bearings";
import { MarkList } from "@/app/w/[workspace]/marks/mark-list";
import { LEVEL_WORDS, type Part, STEP_WORDS } from "@/app/w/[workspace]/usage/context";
import { stepLabel } from "@/app/w/[workspace]/usage/step-label";
import { ChartFrame } from "@/components/charts/chart-frame";
import { LifecycleChart } from "@/components/charts/lifecycle-chart";
import { byPlace, placeMarks, withMarks } from "@/components/charts/marks";
import { Sheet } from "@/components/ui/sheet";
import { marksOf } from "@/lib/annotations/rules";

const HEIGHT = 300;
const SHOWN = { id: "active-users", name: "Active users", group: "Product" } as const;

/** Who is new, stays, comes back, and stays away, step by step. */
export function LifecyclePanel({ data: { lifecycle, asked } }: Part) {
  const { marks } = useBearings();
  const stretches = lifecycle.map(({ start, end }) => ({ key: start, from: start, until: end }));
  const placed = placeMarks(marksOf(marks, SHOWN), stretches);
  const places = byPlace(placed);
  const { many } = LEVEL_WORDS[asked.level];
  const { one } = STEP_WORDS[asked.step];
  const points = lifecycle.map((stage) => ({ key: stage.start, label: stepLabel(stage.start, asked.step), ...stage }));
  const isQuiet = points.every((point) => point.new + point.returning + point.resurrecting + point.dormant === 0);
  const open = points.at(-1)?.partial ? ` The last ${one} is not over and paler: those not seen yet stand as away so far.` : "";
  return (
    <Sheet className="pt-3.5">
      <ChartFrame
        title="Lifecycle"
        heading={<h3 className="font-semibold">Lifecycle</h3>}
        fileName={`lifecycle-${asked.level}-${asked.step}`}
        height={HEIGHT}
        caption={`Above the line, ${many} active in the ${one}: returning were so in the ${one} before, those who came back were so earlier, new ones never. Below it, those active in the ${one} before and not in this one.${open}`}
        twin={withMarks(
          {
            columns: [one === "month" ? "Month" : "From", "New", "Returning", "Came back", "Stayed away"],
            rows: points.map((point) => {
              const counts = [point.new, point.returning, point.resurrecting, point.dormant];
              const label = point.partial ? `${point.label} (so far)` : point.label;
              return {
                key: point.key,
                cells: [label, ...counts.map((count) => count.toLocaleString("en-US"))],
                file: [point.start, ...counts],
              };
            }),
          },
          places,
        )}
      >
        {isQuiet ? (
          <p className="py-16 text-center text-ink-2 text-sm">
            {asked.level === "user"
              ? "No use that names its user in this stretch; accounts may have some."
              : "Nothing was used in this stretch."}
          </p>
        ) : (
          <LifecycleChart points={points} marks={places} height={HEIGHT} />
        )}
      </ChartFrame>
      <MarkList marks={placed} metric={SHOWN} />
    </Sheet>
  );
}
