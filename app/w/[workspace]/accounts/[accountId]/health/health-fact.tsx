import { BandMark } from "@/components/ui/band";
import type { AccountHealth } from "@/lib/health/account";
import { scoreWords } from "@/lib/kernel/band-words";
import { format } from "@/lib/kernel/format";

/** The band that counts, the score beside it, and of how much of the weight it is made. */
export function HealthFact({ health }: { health: AccountHealth | null }) {
  if (health === null) return "—";
  const { band, score, coverage, override } = health;
  return (
    <>
      <BandMark band={band} /> {score === null ? null : scoreWords(score)}
      <span className="ml-1.5 font-normal text-ink-3 text-xs">
        from {format(coverage, { unit: "share", digits: 0 })} of the weight{override ? ", set by hand" : ""}
      </span>
    </>
  );
}
