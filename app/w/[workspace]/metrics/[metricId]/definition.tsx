import type { ReactNode } from "react";
import { showFull } from "@/components/metric/show";
import { Sheet } from "@/components/ui/sheet";
import { describeDay } from "@/lib/kernel/period-words";
import type { Variant } from "@/lib/metrics/definition";
import type { ExampleTable, MetricFace, Reading } from "@/lib/metrics/types";

type Props = { face: MetricFace; elsewhere: readonly Variant[]; reading: Pick<Reading, "unit" | "currency" | "interval"> };

/** What the number is, in words, in symbols and on an example, and how others count it. */
export function Definition({ face, elsewhere, reading }: Props) {
  return (
    <Sheet title="How it is counted" className="mt-5">
      <div className="grid gap-x-10 gap-y-6 lg:grid-cols-2">
        <div className="grid min-w-0 content-start gap-5">
          <Part title="Formula">
            <p>{face.formula.words}</p>
            <p className="figures mt-1.5 inline-block rounded-md bg-sunk px-3 py-1.5 text-ink">{face.formula.symbols}</p>
          </Part>
          <Part title="Worked example">
            <p>{face.example.words}</p>
            {face.example.tables?.map((table) => (
              <ExampleRows key={table.name} table={table} />
            ))}
          </Part>
          {face.leavesOut.length > 0 ? (
            <Part title="What is left out">
              <ul className="grid list-disc gap-1 pl-4 marker:text-ink-3">
                {face.leavesOut.map((words) => (
                  <li key={words}>{words}</li>
                ))}
              </ul>
            </Part>
          ) : null}
        </div>
        <div className="grid min-w-0 content-start gap-5">
          {elsewhere.length > 0 ? (
            <Part title="The same rows, counted otherwise">
              <dl className="figures grid grid-cols-[1fr_auto] gap-x-6 gap-y-1">
                {elsewhere.map(({ who, value }) => (
                  <div key={who} className="contents">
                    <dt>{who}</dt>
                    <dd className="text-right text-ink">
                      {showFull(value, { unit: reading.unit, currency: reading.currency, digits: face.digits })}
                    </dd>
                  </div>
                ))}
              </dl>
            </Part>
          ) : null}
          {face.elsewhere.length > 0 ? (
            <Part title="How others count it">
              <dl className="grid gap-2">
                {face.elsewhere.map(({ who, how }) => (
                  <div key={`${who} ${how}`}>
                    <dt className="font-medium text-ink">{who}</dt>
                    <dd>{how}</dd>
                  </div>
                ))}
              </dl>
            </Part>
          ) : null}
          {reading.interval === null ? null : (
            <Part title="The interval">
              <p>
                Those who were counted are taken for a sample of what might have happened. Of twenty such samples, nineteen give an interval
                that holds the true figure; the fewer were counted, the wider it is. Two figures whose intervals are too wide to tell them
                apart are marked <em>within chance</em>.
              </p>
            </Part>
          )}
          <Part title="Since when so">
            {face.definitionChanges?.length ? (
              <ul className="grid gap-1">
                {face.definitionChanges.map(({ day, words }) => (
                  <li key={day}>
                    <span className="figures text-ink-3">{describeDay(day)}</span> {words}
                  </li>
                ))}
              </ul>
            ) : (
              <p>We have counted it so from the first day on.</p>
            )}
          </Part>
          <Part title="Sources">
            <ul className="grid gap-1 text-ink-3 text-sm">
              {face.sources.map((source) => (
                <li key={source}>{source}</li>
              ))}
            </ul>
          </Part>
        </div>
      </div>
    </Sheet>
  );
}

function ExampleRows({ table: { name, columns, rows } }: { table: ExampleTable }) {
  return (
    <div className="mt-2 overflow-x-auto">
      <table className="figures text-sm">
        <caption className="pb-1 text-left text-ink-3 text-xs">{name}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col" className="border-line border-b py-1 pr-5 text-left font-medium text-ink-3 text-xs">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.join()}>
              {row.map((cell, index) => (
                <td key={columns[index]} className="whitespace-nowrap py-0.5 pr-5">
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="min-w-0 max-w-prose text-ink-2">
      <h3 className="eyebrow mb-1">{title}</h3>
      {children}
    </section>
  );
}
