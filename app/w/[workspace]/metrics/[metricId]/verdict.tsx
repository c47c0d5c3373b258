import { ChangeWords } from "@/components/metric/change-words";
import { Figure } from "@/components/metric/figure";
import { IntervalWords } from "@/components/metric/interval-words";
import { showFull, showShort } from "@/components/metric/show";
import { Sheet } from "@/components/ui/sheet";
import { describePeriod } from "@/lib/kernel/period-words";
import type { MetricFace, Reading } from "@/lib/metrics/types";

type Props = { face: MetricFace; reading: Reading; before: Reading | undefined; against: string | null; period: string };

/** The number now, what it was, and how it comes about: its own sum, written out. */
export function Verdict({ face, reading, before, against, period }: Props) {
  const writing = { unit: reading.unit, currency: reading.currency, digits: face.digits };
  return (
    <Sheet className="pt-4">
      <p className="eyebrow">
        {describePeriod(period)}
        {reading.partial ? ", so far" : ""}
      </p>
      <p className="headline mt-1 text-[3.25rem] leading-[1.1]" title={showFull(reading.value, writing)}>
        <Figure text={showShort(reading.value, writing)} />
      </p>
      <p className="mt-1">
        <ChangeWords
          now={reading.value}
          before={before?.value ?? null}
          unit={reading.unit}
          better={face.better}
          against={against === null ? undefined : describePeriod(against)}
        />
      </p>
      <p className="mt-4 text-ink-2">{face.meaning}</p>
      <dl className="figures mt-4 grid grid-cols-[1fr_auto] gap-x-4 gap-y-1 border-line border-t pt-3 text-sm">
        {sumOf(reading).map(({ words, value }) => (
          <div key={words} className="contents">
            <dt className="text-ink-3">{words}</dt>
            <dd className="text-right">{value}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-2 text-ink-3 text-xs">
        <IntervalWords interval={reading.interval} rows={reading.rows} writing={writing} />
        {reading.missingRates?.length ? `No exchange rate yet for ${reading.missingRates.join(", ")}.` : ""}
      </p>
    </Sheet>
  );
}

function sumOf({ numerator, denominator, rows, value, unit, currency, from }: Reading): { words: string; value: string }[] {
  const counted = { words: "Rows", value: rows.toLocaleString("en-US") };
  if (from?.length) return [{ words: "Made from", value: from.join(", ") }, counted];
  if (numerator === null || denominator === null) return [{ words: "In full", value: showFull(value, { unit, currency }) }, counted];
  return [{ words: "Σ numerator", value: figure(numerator) }, { words: "÷ Σ denominator", value: figure(denominator) }, counted];
}

function figure(value: number): string {
  return value.toLocaleString("en-US", { maximumFractionDigits: 2 });
}
