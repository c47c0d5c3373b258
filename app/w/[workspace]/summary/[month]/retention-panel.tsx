"use client";

import { opens, type Part, wasOf } from "@/app/w/[workspace]/summary/[month]/context";
import { Restated } from "@/app/w/[workspace]/summary/[month]/restated";
import { useTarget } from "@/app/w/[workspace]/targets/use-target";
import { Sparkline } from "@/components/charts/sparkline";
import { ChangeWords } from "@/components/metric/change-words";
import { Figure } from "@/components/metric/figure";
import { showFull } from "@/components/metric/show";
import { TargetWords } from "@/components/metric/target-words";
import { Link } from "@/components/ui/link";
import { addMonths } from "@/lib/kernel/period";
import { describeMonth, describePeriod } from "@/lib/kernel/period-words";

/** How well revenue and customers were kept over twelve months, against the target, the month before and the year before. */
export function RetentionPanel({ workspace, summary, faces }: Part) {
  const { retention, periods, month } = summary;
  const targetOf = useTarget(periods.year, false);
  const against = describeMonth(addMonths(`${month}-01`, -1));
  return (
    <section aria-label="Retention">
      <div className="grid gap-px overflow-hidden rounded-lg border border-line bg-line sm:grid-cols-3">
        {retention.map(({ now, before }) => {
          const face = faces.find(({ id }) => id === now.id);
          if (!face) return null;
          const writing = { unit: now.unit, currency: now.currency, digits: face.digits };
          const line = now.trend ?? [];
          const target = targetOf(face, now);
          return (
            <Link
              key={now.id}
              href={opens(workspace, now.id, periods.year)}
              className="group grid content-start gap-1 bg-sheet p-4 outline-offset-[-3px] hover:bg-sunk/50 print:p-2.5"
            >
              <span className="eyebrow group-hover:underline">{face.name}</span>
              <span className="headline text-3xl print:text-2xl" data-testid={`summary-${now.id}`}>
                <Figure text={showFull(now.value, writing)} />
              </span>
              {target ? <TargetWords target={target.shown} /> : null}
              {now.value === null ? null : <ChangeWords now={now} before={before} unit={now.unit} better={face.better} against={against} />}
              <Restated was={wasOf(summary, now.id)} />
              {line.length > 1 ? (
                <span className="mt-1 grid gap-0.5">
                  <span aria-hidden className="overflow-hidden">
                    <Sparkline values={line.map(({ value }) => value)} partial={now.partial} width={200} height={44} />
                  </span>
                  <span className="figures text-ink-3 text-xs">{showFull(line[0]?.value ?? null, writing)} a year before</span>
                </span>
              ) : null}
            </Link>
          );
        })}
      </div>
      <p className="mt-2 text-ink-3 text-xs print:mt-1">
        Over the {describePeriod(periods.year)}; each point of a line is the twelve months up to it. Last month is the twelve months up to{" "}
        {against}.
      </p>
    </section>
  );
}
