import { BandMark } from "@/components/ui/band";
import { loadAccountHealth } from "@/lib/health/loaders";
import { format } from "@/lib/kernel/format";

/** The band that counts, the score beside it, and of how much of the weight it is made. */
export async function HealthFact({ workspace, accountId }: { workspace: string; accountId: string }) {
  const { health } = await loadAccountHealth(workspace, accountId);
  if (health === null) return "—";
  const { band, score, coverage, override } = health;
  return (
    <>
      <BandMark band={band} /> {score === null ? null : score.toFixed(1)}
      <span className="ml-1.5 font-normal text-ink-3 text-xs">
        from {format(coverage, { unit: "share", digits: 0 })} of the weight{override ? ", set by hand" : ""}
      </span>
    </>
  );
}
