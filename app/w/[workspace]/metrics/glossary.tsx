"use client";

import { ScreenHead } from "@/app/w/[workspace]/screen-head";
import { useTarget } from "@/app/w/[workspace]/targets/use-target";
import { Figure } from "@/components/metric/figure";
import { showFull, showShort } from "@/components/metric/show";
import { type ShownTarget, TargetWords } from "@/components/metric/target-words";
import { Link } from "@/components/ui/link";
import { describePeriod } from "@/lib/kernel/period-words";
import type { MetricsPage } from "@/lib/metrics/loaders";
import type { ShownMetric } from "@/lib/metrics/rows-face";
import type { Reading } from "@/lib/metrics/types";

/** Every number there is: the question it answers, what it says, and what it is now. */
export function Glossary({ page: { workspace, faces, readings, period, asOf } }: { page: MetricsPage }) {
  const targetOf = useTarget(period, false);
  const groups = [...new Set(faces.map(({ group }) => group))];
  return (
    <>
      <ScreenHead
        title="What does each number mean?"
        asOf={asOf}
        timeZone={workspace.timeZone}
        stale={false}
        note={
          <p className="text-ink-2">
            Every number opens to its definition and to the rows it is made of. Figures are those of the {describePeriod(period)}.
          </p>
        }
      />
      {groups.map((group) => (
        <section key={group} className="mb-8">
          <h2 className="headline mb-2 text-lg">{group}</h2>
          <ul className="grid overflow-hidden rounded-lg border border-line bg-sheet sm:grid-cols-2 xl:grid-cols-3 3xl:grid-cols-4">
            {faces
              .filter((face) => face.group === group)
              .map((face) => {
                const reading = readings.find(({ id }) => id === face.id);
                return (
                  <Entry
                    key={face.id}
                    face={face}
                    reading={reading}
                    target={reading ? targetOf(face, reading)?.shown : undefined}
                    address={`/w/${workspace.slug}/metrics/${face.id}`}
                  />
                );
              })}
          </ul>
        </section>
      ))}
    </>
  );
}

type EntryProps = { face: ShownMetric; reading: Reading | undefined; target: ShownTarget | undefined; address: string };

function Entry({ face, reading, target, address }: EntryProps) {
  const writing = { unit: face.unit, currency: reading?.currency, digits: face.digits };
  return (
    <li className="-mr-px -mb-px border-line border-r border-b">
      <Link href={address} className="group flex h-full flex-col gap-1 p-4 outline-offset-[-3px] transition-colors hover:bg-sunk/50">
        <span className="flex items-baseline justify-between gap-3">
          <span className="font-medium group-hover:underline">{face.name}</span>
          <span className="headline shrink-0 text-xl" title={reading ? showFull(reading.value, writing) : undefined}>
            <Figure text={showShort(reading?.value ?? null, writing)} />
          </span>
        </span>
        {target ? <TargetWords target={target} /> : null}
        <span className="text-ink-2 text-sm">{face.question}</span>
        <span className="text-ink-3 text-xs">{face.formula.words}</span>
      </Link>
    </li>
  );
}
