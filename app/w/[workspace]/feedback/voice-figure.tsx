import { ChangeWords } from "@/components/metric/change-words";
import { Figure } from "@/components/metric/figure";
import { showFull } from "@/components/metric/show";
import { Link } from "@/components/ui/link";
import { change, describeChange, isWithinChance } from "@/lib/kernel/change";
import type { ShownMetric } from "@/lib/metrics/rows-face";
import type { Reading } from "@/lib/metrics/types";

type Props = { face: ShownMetric; now: Reading; before: Reading | undefined; against: string | undefined; address: string };

/** A number of voice with what it stands on: how many answered, and the range that holds the true figure 19 times out of 20. */
export function VoiceFigure({ face, now, before, against, address }: Props) {
  const writing = { unit: now.unit, currency: now.currency, digits: face.digits };
  const moved = describeChange(change(now.value, before?.value ?? null, now.unit));
  const range = now.interval?.map((end) => showFull(end, writing)).join(" to ");
  return (
    <Link href={address} className="group grid min-w-0 content-start gap-1 bg-sheet p-4 outline-offset-[-3px] hover:bg-sunk/50 print:p-2">
      <span className="eyebrow group-hover:underline" title={face.question}>
        {face.name}
      </span>
      <span className="headline text-2xl" data-testid={`figure-${face.id}`}>
        <Figure text={showFull(now.value, writing)} />
      </span>
      <span className="figures text-ink-2 text-xs">
        {now.rows === 0
          ? "nobody answered"
          : `${now.rows.toLocaleString("en-US")} ${now.rows === 1 ? "answer" : "answers"}${range ? `, likely ${range}` : ""}`}
      </span>
      {now.value === null ? null : isWithinChance(now, before) ? (
        <span className="figures text-ink-2 text-xs">
          No detectable change{against ? ` vs ${against}` : ""}
          {moved === "no change" ? "" : ` (${moved})`}
        </span>
      ) : (
        <ChangeWords now={now} before={before} unit={now.unit} better={face.better} against={against} />
      )}
    </Link>
  );
}
