import { Badge } from "@/components/ui/badge";
import { BandMark, BandScore } from "@/components/ui/band";
import { BAND_WORDS, scoreWords } from "@/lib/kernel/band-words";
import { formatMoney } from "@/lib/kernel/money";
import { describeDay, describeDistance } from "@/lib/kernel/period-words";
import type { DueRenewal } from "@/lib/renewals/data";
import { CALL_WORDS } from "@/lib/renewals/rules";

/** The band that counts, and the score; where somebody set the band, the computed one beside it. */
export function RenewalBand({ renewal: { band, computed, score } }: { renewal: DueRenewal }) {
  return (
    <span className="grid gap-0.5">
      <span className="inline-flex flex-wrap items-center gap-x-2">
        <BandMark band={band} />
        <span className="figures text-ink-2">{score === null ? "" : scoreWords(score)}</span>
      </span>
      {computed === null || computed === band ? null : (
        <span className="text-ink-3 text-xs">set by hand; computed {BAND_WORDS[computed]}</span>
      )}
    </span>
  );
}

/** What was last said of a renewal, by whom, and what the score was then. */
export function SaidWords({ renewal: { said, currency, disagrees, computed } }: { renewal: DueRenewal }) {
  if (said === null) return <span className="text-ink-3">not called</span>;
  return (
    <span className="grid gap-0.5">
      <span className="flex flex-wrap items-center gap-x-2 gap-y-0.5">
        <span className="font-medium">{CALL_WORDS[said.call]}</span>
        <span className="figures">{said.call === "lose" ? "" : formatMoney(said.amount, currency)}</span>
        {disagrees && computed ? <Badge tone="bad">the score says {BAND_WORDS[computed]}</Badge> : null}
      </span>
      <span className="text-ink-3 text-xs">
        {describeDay(said.on)}
        {said.band === null ? null : (
          <>
            {" at "}
            <BandScore band={said.band} score={said.score} />
          </>
        )}
        {said.note ? <span className="wrap-anywhere">: {said.note}</span> : null}
      </span>
    </span>
  );
}

export function dueWords({ dueOn, daysLeft }: DueRenewal): string {
  return `${describeDay(dueOn)}, ${describeDistance(daysLeft)}`;
}
