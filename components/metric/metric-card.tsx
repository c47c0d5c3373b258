import { Sparkline } from "@/components/charts/sparkline";
import { ChangeWords } from "@/components/metric/change-words";
import { Figure } from "@/components/metric/figure";
import { rowWords } from "@/components/metric/row-words";
import { showFull, showShort } from "@/components/metric/show";
import { type ShownTarget, TargetWords } from "@/components/metric/target-words";
import { Link } from "@/components/ui/link";
import type { ShownMetric } from "@/lib/metrics/rows-face";
import type { Reading } from "@/lib/metrics/types";

export type CardProps = {
  face: ShownMetric;
  now: Reading;
  before: Reading | undefined;
  against: string | undefined;
  address: string;
  target?: ShownTarget | undefined;
};

/** One number: what it is, what it was, where it comes from. All of it leads to its page. */
export function MetricCard({ face, now, before, against, address, target }: CardProps) {
  const writing = { unit: now.unit, currency: now.currency, digits: face.digits };
  const trend = now.trend ?? [];
  return (
    <Link
      href={address}
      className="group flex min-w-0 flex-col gap-1 bg-sheet p-4 outline-offset-[-3px] transition-colors hover:bg-sunk/50"
    >
      <span className="eyebrow group-hover:underline" title={face.question}>
        {face.name}
      </span>
      <span className="flex items-end justify-between gap-3">
        <span className="headline text-2xl sm:text-3xl" title={showFull(now.value, writing)}>
          <Figure text={showShort(now.value, writing)} />
        </span>
        {trend.length > 1 ? (
          <span className="mb-1.5 hidden shrink-0 sm:block">
            <Sparkline values={trend.map(({ value }) => value)} partial={now.partial} />
          </span>
        ) : null}
      </span>
      {now.value === null ? null : <ChangeWords now={now} before={before} unit={now.unit} better={face.better} against={against} />}
      {target ? <TargetWords target={target} /> : null}
      <span className="text-ink-3 text-xs">{rowWords(now, writing, face.rows.counted)}</span>
    </Link>
  );
}
