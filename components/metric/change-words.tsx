import { ArrowDown, ArrowRight, ArrowUp } from "lucide-react";
import { change, describeChange, isWithinChance, verdict } from "@/lib/kernel/change";
import type { Better, Unit } from "@/lib/kernel/unit";
import type { Reading } from "@/lib/metrics/types";

type Measured = Pick<Reading, "value" | "interval">;

type Props = { now: Measured; before: Measured | undefined; unit: Unit; better: Better; against?: string | undefined };

const TONE = { better: "text-good", worse: "text-bad", neither: "text-ink-2" };

/** How a figure moved: an arrow for the direction, a colour and a word for whether that is good news, or that chance may explain it. */
export function ChangeWords({ now, before, unit, better, against }: Props) {
  const moved = change(now.value, before?.value ?? null, unit);
  const isChance = isWithinChance(now, before);
  const news = isChance ? "neither" : verdict(moved, better);
  const words = describeChange(moved);
  const still = moved.kind === "unknown" || words === "no change";
  const Arrow = still ? ArrowRight : moved.by > 0 ? ArrowUp : ArrowDown;
  return (
    <span className="figures inline-flex flex-wrap items-center gap-x-1 text-xs">
      {moved.kind === "unknown" ? null : (
        <span className={`inline-flex items-center gap-0.5 font-medium ${still ? "text-ink-2" : TONE[news]}`}>
          <Arrow aria-hidden className="size-3" strokeWidth={2.5} />
          {words}
          {news === "neither" || still ? null : <span className="sr-only"> ({news})</span>}
        </span>
      )}
      <span className="text-ink-3">{moved.kind === "unknown" ? words : against ? `vs ${against}` : ""}</span>
      {isChance && !still ? (
        <span className="text-ink-3" title="The two 95 % intervals are too wide to tell this change from chance.">
          within chance
        </span>
      ) : null}
    </span>
  );
}
