import type { ReactNode } from "react";
import type { Scale } from "@/components/charts/axis";
import { ChartFrame } from "@/components/charts/chart-frame";
import { SplitChart, type SplitPart, splitHeight } from "@/components/charts/split-chart";
import { useValueWords } from "@/components/metric/owners";
import { fileFigure, fileHeading, showFull, showShort } from "@/components/metric/show";
import type { Reading } from "@/lib/metrics/types";

type Beside = { name: string; reading: Reading };

type Props = {
  title: string;
  name: string;
  reading: Reading;
  digits?: number | undefined;
  scale?: Scale | undefined;
  beside?: readonly Beside[];
  period: string;
  controls?: ReactNode;
  /** Where a part leads. */
  address: (value: string | null) => string;
};

const MOST = 12;

/** A number's parts, the largest first; what is beside it stands in the table. */
export function Split({ title, name, reading, digits, scale, beside = [], period, controls, address }: Props) {
  const words = useValueWords();
  const writing = { unit: reading.unit, currency: reading.currency, digits };
  const parts = (reading.parts ?? [])
    .filter(({ rows }) => rows > 0)
    .sort((a, b) => (b.value ?? Number.NEGATIVE_INFINITY) - (a.value ?? Number.NEGATIVE_INFINITY));
  const shown = parts.slice(0, MOST);
  const drawn: SplitPart[] = shown.map((part) => ({
    key: keyOf(part),
    label: words(part.dimension?.by, part.dimension?.value ?? null),
    value: part.value,
    words: [showShort(part.value, writing), ...beside.map((each) => besideWords(each, part))],
    address: address(part.dimension?.value ?? null),
  }));
  const isShare = reading.denominator !== null;
  return (
    <ChartFrame
      title={title}
      fileName={`${reading.id}-by-${parts[0]?.dimension?.by ?? "part"}-${period}`}
      height={splitHeight(drawn)}
      controls={controls}
      caption={parts.length === 0 ? "" : captionOf(parts.length, { isShare, whole: showShort(reading.value, writing) })}
      twin={{
        columns: [title, fileHeading(name, writing), ...beside.map((each) => fileHeading(each.name, each.reading)), "Rows"],
        rows: parts.map((part) => ({
          key: keyOf(part),
          cells: [
            words(part.dimension?.by, part.dimension?.value ?? null),
            showFull(part.value, writing),
            ...beside.map((each) => besideWords(each, part)),
            part.rows.toLocaleString("en-US"),
          ],
          file: [
            part.dimension?.value ?? null,
            fileFigure(part.value, writing),
            ...beside.map((each) => fileFigure(partOf(each, part)?.value ?? null, each.reading)),
            part.rows,
          ],
        })),
      }}
    >
      {drawn.length === 0 ? (
        <p className="pb-2 text-ink-2 text-sm">Nothing to split in this period.</p>
      ) : (
        <SplitChart
          parts={drawn}
          columns={[name, ...beside.map((each) => each.name)]}
          unit={reading.unit}
          {...(scale ? { scale } : {})}
          whole={isShare ? reading.value : null}
        />
      )}
    </ChartFrame>
  );
}

function captionOf(count: number, { isShare, whole }: { isShare: boolean; whole: string }): string {
  const most = count > MOST ? `The ${MOST} largest of ${count}; the table has all. ` : "";
  return isShare ? `${most}The dashed line is the whole: ${whole}.` : `${most}Together ${whole}.`;
}

function keyOf(part: Reading): string {
  return part.dimension?.value ?? "";
}

function partOf({ reading }: Beside, part: Reading): Reading | undefined {
  return reading.parts?.find(({ dimension }) => dimension?.value === part.dimension?.value);
}

function besideWords(beside: Beside, part: Reading): string {
  const found = partOf(beside, part);
  return found ? showFull(found.value, { unit: found.unit, currency: found.currency }) : "—";
}
