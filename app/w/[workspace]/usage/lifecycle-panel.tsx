import { LEVEL_WORDS, type Part, STEP_WORDS } from "@/app/w/[workspace]/usage/context";
import { stepLabel } from "@/app/w/[workspace]/usage/step-label";
import { ChartFrame } from "@/components/charts/chart-frame";
import { LifecycleChart } from "@/components/charts/lifecycle-chart";
import { Sheet } from "@/components/ui/sheet";

const HEIGHT = 300;

/** Who is new, stays, comes back, and stays away, step by step. */
export function LifecyclePanel({ data: { lifecycle, asked } }: Part) {
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
        twin={{
          columns: [one === "month" ? "Month" : "From", "New", "Returning", "Came back", "Stayed away"],
          rows: points.map((point) => {
            const counts = [point.new, point.returning, point.resurrecting, point.dormant];
            return {
              key: point.key,
              cells: [point.partial ? `${point.label} (so far)` : point.label, ...counts.map((count) => count.toLocaleString("en-US"))],
              file: [point.start, ...counts],
            };
          }),
        }}
      >
        {isQuiet ? (
          <p className="py-16 text-center text-ink-2 text-sm">
            {asked.level === "user"
              ? "No use that names its user in this stretch; accounts may have some."
              : "Nothing was used in this stretch."}
          </p>
        ) : (
          <LifecycleChart points={points} height={HEIGHT} />
        )}
      </ChartFrame>
    </Sheet>
  );
}
