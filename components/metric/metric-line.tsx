import { Sparkline } from "@/components/charts/sparkline";
import { ChangeWords } from "@/components/metric/change-words";
import { Figure } from "@/components/metric/figure";
import type { CardProps } from "@/components/metric/metric-card";
import { rowWords } from "@/components/metric/row-words";
import { showFull, showShort } from "@/components/metric/show";
import { TargetWords } from "@/components/metric/target-words";
import { Link } from "@/components/ui/link";

/** A number in one line among its kin: what it is and stands on, how it went, what it is and was. */
export function MetricLine({ face, now, before, against, address, target }: CardProps) {
  const writing = { unit: now.unit, currency: now.currency, digits: face.digits };
  return (
    <Link href={address} className="group grid gap-y-0.5 px-4 py-2.5 outline-offset-[-3px] hover:bg-sunk/50">
      <span className="flex items-center justify-between gap-3">
        <span className="min-w-0 font-medium group-hover:underline" title={face.question}>
          {face.name}
        </span>
        <span className="flex shrink-0 items-center gap-3">
          <span className="hidden sm:block">
            <Sparkline values={(now.trend ?? []).map(({ value }) => value)} partial={now.partial} width={64} height={22} />
          </span>
          <span className="headline min-w-14 text-right text-xl" title={showFull(now.value, writing)}>
            <Figure text={showShort(now.value, writing)} />
          </span>
        </span>
      </span>
      <span className="flex flex-wrap justify-between gap-x-3 text-ink-3 text-xs">
        {rowWords(now, writing, face.rows.counted)}
        {now.value === null ? null : <ChangeWords now={now} before={before} unit={now.unit} better={face.better} against={against} />}
      </span>
      {target ? <TargetWords target={target} /> : null}
    </Link>
  );
}
