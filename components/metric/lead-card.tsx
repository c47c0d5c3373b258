import { Sparkline } from "@/components/charts/sparkline";
import { ChangeWords } from "@/components/metric/change-words";
import { Figure } from "@/components/metric/figure";
import type { CardProps } from "@/components/metric/metric-card";
import { rowWords } from "@/components/metric/row-words";
import { showFull, showShort } from "@/components/metric/show";
import { TargetWords } from "@/components/metric/target-words";
import { Link } from "@/components/ui/link";

/** The one number that matters most, and the story behind it. */
export function LeadCard({ face, now, before, against, address, target, story }: CardProps & { story: string }) {
  const writing = { unit: now.unit, currency: now.currency, digits: face.digits };
  const trend = now.trend ?? [];
  return (
    <div className="flex min-w-0 flex-col bg-sheet p-4 sm:p-5">
      <Link href={address} className="group grid gap-1.5 rounded-sm outline-offset-4">
        <span className="eyebrow group-hover:underline">{face.name}</span>
        <span className="flex items-end justify-between gap-4">
          <span className="headline text-[3.5rem] leading-none" title={showFull(now.value, writing)}>
            <Figure text={showShort(now.value, writing)} />
          </span>
          {trend.length > 1 ? (
            <span className="hidden shrink-0 sm:block">
              <Sparkline values={trend.map(({ value }) => value)} partial={now.partial} width={148} height={48} />
            </span>
          ) : null}
        </span>
        <span className="mt-1 flex flex-wrap items-center gap-x-3">
          {now.value === null ? null : <ChangeWords now={now} before={before} unit={now.unit} better={face.better} against={against} />}
          {target ? <TargetWords target={target} /> : null}
          <span className="text-ink-3 text-xs">{rowWords(now, writing, face.rows.counted)}</span>
        </span>
      </Link>
      {story ? <p className="mt-4 border-line border-t pt-3.5 text-base text-ink-2 leading-relaxed">{story}</p> : null}
    </div>
  );
}
