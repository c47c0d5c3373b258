import { BandMark, BandScore } from "@/components/ui/band";
import { Link } from "@/components/ui/link";
import { Sheet } from "@/components/ui/sheet";
import { scoreWords } from "@/lib/kernel/band-words";
import { describeDay } from "@/lib/kernel/period-words";
import type { TodayView } from "@/lib/signals/queue/today";

/** Who changed band since one was here last, those that fell first. */
export function SinceThen({ view: { changes, since, workspace } }: { view: TodayView }) {
  const { rows, worse, better } = changes;
  const note = since.isFirst ? "in the last 7 days" : `since your last visit, ${describeDay(since.on)}`;
  return (
    <Sheet
      flush
      title="Score changes"
      note={rows.length === 0 ? note : `${worse} fell a band, ${better} rose ${note}`}
      actions={
        <Link href={`/w/${workspace.slug}/health`} className="text-accent text-sm hover:underline">
          Health
        </Link>
      }
    >
      {rows.length === 0 ? <p className="px-4 pb-3.5 text-ink-3 text-sm">No account changed its band.</p> : null}
      <ul aria-label="Score changes" className="divide-y divide-line border-line border-t empty:border-0">
        {rows.map((row) => (
          <li key={row.id} className="flex flex-wrap items-baseline justify-between gap-x-3 px-4 py-2 text-sm">
            <Link href={`/w/${workspace.slug}/accounts/${row.id}`} className="wrap-anywhere min-w-0 font-medium hover:underline">
              {row.name}
            </Link>
            <span className="flex items-center gap-1.5 text-xs">
              <BandScore band={row.from} score={row.was} />
              <span aria-hidden className="text-ink-3">
                →
              </span>
              <span className="sr-only">to</span>
              <span className="figures">{row.is === null ? null : scoreWords(row.is)}</span>
              <BandMark band={row.to} />
            </span>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
