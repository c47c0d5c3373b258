import { NumberInput } from "@/app/w/[workspace]/health/scorecards/number-input";
import { BandMark } from "@/components/ui/band";
import { Sheet } from "@/components/ui/sheet";
import { ruleWords } from "@/lib/health/words";
import type { BandEdges } from "@/lib/kernel/health-score";

/** From which score on an account is in which band. */
export function BandEdgesForm({ bands, onChange }: { bands: BandEdges; onChange: (bands: BandEdges) => void }) {
  return (
    <Sheet title="Bands" note={`${ruleWords(bands)} The score is not rounded first.`}>
      <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
        <div className="flex items-center gap-2">
          <BandMark band="green" /> from
          <NumberInput
            aria-label="Healthy from"
            value={bands.green}
            onValue={(green) => onChange({ ...bands, green })}
            className="figures max-w-20"
          />
        </div>
        <div className="flex items-center gap-2">
          <BandMark band="yellow" /> from
          <NumberInput
            aria-label="Watch from"
            value={bands.yellow}
            onValue={(yellow) => onChange({ ...bands, yellow })}
            className="figures max-w-20"
          />
        </div>
        <div className="flex items-center gap-2 text-ink-2 text-sm">
          <BandMark band="red" /> below that, <BandMark band="unknown" /> with less than half of the weight known
        </div>
      </div>
    </Sheet>
  );
}
