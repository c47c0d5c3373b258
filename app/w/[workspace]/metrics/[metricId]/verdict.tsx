import { CountsBehind } from "@/app/w/[workspace]/metrics/[metricId]/counts-behind";
import { TargetPart } from "@/app/w/[workspace]/metrics/[metricId]/target-part";
import { weightWords } from "@/components/metric/cell-words";
import { ChangeWords } from "@/components/metric/change-words";
import { Figure } from "@/components/metric/figure";
import { rowWords } from "@/components/metric/row-words";
import { showFull, showShort } from "@/components/metric/show";
import { spanWords } from "@/components/metric/span-words";
import { Sheet } from "@/components/ui/sheet";
import { describePeriod } from "@/lib/kernel/period-words";
import type { ShownMetric } from "@/lib/metrics/rows-face";
import type { Reading } from "@/lib/metrics/types";

type Props = {
  face: ShownMetric;
  reading: Reading;
  before: Reading | undefined;
  against: string | null;
  period: string;
  currency: string;
  isFiltered: boolean;
};

/** The number now, what it was, and how it comes about: its own sum, written out. */
export function Verdict({ face, reading, before, against, period, currency, isFiltered }: Props) {
  const span = spanWords(reading, face);
  const writing = { unit: reading.unit, currency: reading.currency, digits: face.digits };
  return (
    <Sheet className="pt-4">
      <p className="eyebrow">
        {describePeriod(period)}
        {reading.partial ? ", so far" : ""}
      </p>
      <p className="headline mt-1 text-[3.25rem] leading-[1.1]" data-testid="value" title={showFull(reading.value, writing)}>
        <Figure text={showShort(reading.value, writing)} />
      </p>
      {reading.value === null ? null : (
        <p className="mt-1">
          <ChangeWords
            now={reading}
            before={before}
            unit={reading.unit}
            better={face.better}
            against={against === null ? undefined : describePeriod(against)}
          />
        </p>
      )}
      <TargetPart face={face} reading={reading} period={period} isFiltered={isFiltered} />
      <p className="mt-4 text-ink-2">{face.meaning}</p>
      <dl className="figures mt-4 grid grid-cols-[1fr_auto] gap-x-4 gap-y-1 border-line border-t pt-3 text-sm">
        {sumOf({ ...reading, currency }, face).map(({ words, value }) => (
          <div key={words} className="contents">
            <dt className="text-ink-3">{words}</dt>
            <dd className="text-right">{value}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-2 text-ink-3 text-xs">{rowWords(reading, writing, face.rows.counted)}</p>
      {reading.interval === null ? null : (
        <p className="mt-2 text-ink-2 text-sm" data-testid="interval">
          95 % interval: {showFull(reading.interval[0], writing)} to {showFull(reading.interval[1], writing)}
        </p>
      )}
      <CountsBehind details={reading.details} units={face.rows.details} currency={currency} />
      {span ? <p className="mt-2 text-ink-2 text-sm">{span}</p> : null}
    </Sheet>
  );
}

function sumOf(
  { numerator, denominator, value, unit, currency, from }: Reading,
  { rows, formula }: ShownMetric,
): { words: string; value: string }[] {
  if (from?.length) return [{ words: "Made from", value: from.join(", ") }];
  if (numerator === null || denominator === null) return [{ words: "In full", value: showFull(value, { unit, currency }) }];
  const [top = "", bottom = "", ...more] = formula.words.split(" ÷ ");
  const isPlain = bottom !== "" && more.length === 0;
  return [
    { words: isPlain ? sentence(top) : "Σ numerator", value: weightWords(numerator, { unit: rows.numerator ?? "count", currency }) },
    {
      words: isPlain ? `÷ ${bottom}` : "÷ Σ denominator",
      value: weightWords(denominator, { unit: rows.denominator ?? "count", currency }),
    },
  ];
}

function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
