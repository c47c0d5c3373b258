import { cx } from "@/components/ui/cx";
import { BAND_WORDS, scoreWords } from "@/lib/kernel/band-words";
import type { Band } from "@/lib/kernel/health-score";

const TONES: Record<Band, string> = { green: "text-good", yellow: "text-watch", red: "text-bad", unknown: "text-ink-3" };

/** A band's shape in its colour. Never alone: its word stands beside it, or is said to whoever listens. */
export function BandShape({ band, className }: { band: Band; className?: string }) {
  return (
    <svg aria-hidden="true" viewBox="0 0 12 12" className={cx("inline-block size-2.5 shrink-0 fill-current", TONES[band], className)}>
      {band === "green" ? <circle cx="6" cy="6" r="5" /> : null}
      {band === "yellow" ? <path d="M6 0.5 11.5 6 6 11.5 0.5 6Z" /> : null}
      {band === "red" ? <path d="M6 0.8 11.6 11H0.4Z" /> : null}
      {band === "unknown" ? <circle cx="6" cy="6" r="4.2" fill="none" stroke="currentColor" strokeWidth="1.6" /> : null}
    </svg>
  );
}

/** A band as it is shown everywhere: shape, word and colour. */
export function BandMark({ band, className }: { band: Band; className?: string }) {
  return (
    <span className={cx("inline-flex items-center gap-1.5 whitespace-nowrap font-medium", TONES[band], className)}>
      <BandShape band={band} />
      {BAND_WORDS[band]}
    </span>
  );
}

/** The same where there is room for the shape and a score alone. */
export function BandScore({ band, score }: { band: Band; score: number | null }) {
  return (
    <span className="figures inline-flex items-center gap-1.5 whitespace-nowrap">
      <BandShape band={band} />
      <span className="sr-only">{BAND_WORDS[band]}, </span>
      {scoreWords(score)}
    </span>
  );
}
