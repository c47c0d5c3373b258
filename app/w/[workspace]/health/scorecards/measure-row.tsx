import { Plus, X } from "lucide-react";
import type { ReactNode } from "react";
import { limitsOn, shareOf, withLimits, withWeight } from "@/app/w/[workspace]/health/scorecards/draft";
import { NumberInput } from "@/app/w/[workspace]/health/scorecards/number-input";
import { Button } from "@/components/ui/button";
import type { Scorecard } from "@/lib/health/config";
import type { AgedLimits, MeasureFace } from "@/lib/health/measure";
import { figureWords } from "@/lib/health/words";
import { format } from "@/lib/kernel/format";

type Props = { face: MeasureFace; card: Scorecard; onChange: (card: Scorecard) => void };

const UNIT_WORDS: Record<MeasureFace["unit"], string> = {
  share: "a share, 0 to 1",
  ratio: "times",
  days: "days",
  count: "how many",
  score: "points",
};
const MOST = 5;

/** How much a measure counts and where it scores 0 and 100, with other limits for young accounts. */
export function MeasureRow({ face, card, onChange }: Props) {
  const limits = limitsOn(card, face);
  const younger = limits.younger ?? [];
  const set = (changed: Partial<AgedLimits>) => onChange(withLimits(card, face, { ...limits, ...changed }));
  const at = (place: number, changed: Partial<(typeof younger)[number]>) =>
    set({ younger: younger.map((one, index) => (index === place ? { ...one, ...changed } : one)) });
  return (
    <li className="grid gap-2 px-4 py-3">
      <div className="grid grid-cols-[auto_auto_auto_1fr] items-end gap-x-4 gap-y-2 md:grid-cols-[minmax(0,1fr)_8rem_5rem_5rem_2rem]">
        <div className="col-span-4 self-center md:col-span-1">
          <p className="font-medium">{face.name}</p>
          <p className="text-ink-3 text-xs">
            {face.meaning} ({UNIT_WORDS[face.unit]})
          </p>
        </div>
        <Labelled words="Weight">
          <NumberInput
            aria-label={`Weight of ${face.name}`}
            value={card.weights[face.id] ?? 0}
            onValue={(weight) => onChange(withWeight(card, face.id, weight))}
            className="figures max-w-20"
          />
          <span className="figures w-8 text-ink-3 text-xs">{format(shareOf(card, face.id), { unit: "share", digits: 0 })}</span>
        </Labelled>
        <Labelled words="0 points at">
          <NumberInput
            aria-label={`Red limit of ${face.name}`}
            value={limits.red}
            onValue={(red) => set({ red })}
            className="figures max-w-20"
          />
        </Labelled>
        <Labelled words="100 points at">
          <NumberInput
            aria-label={`Green limit of ${face.name}`}
            value={limits.green}
            onValue={(green) => set({ green })}
            className="figures max-w-20"
          />
        </Labelled>
        <Button
          look="quiet"
          size="icon"
          aria-label={`Other limits of ${face.name} for young accounts`}
          title="Other limits for young accounts"
          disabled={younger.length >= MOST}
          onClick={() => set({ younger: [...younger, { days: oldestOf(younger) + 30, red: limits.red, green: limits.green }] })}
        >
          <Plus aria-hidden className="size-4" />
        </Button>
      </div>
      {younger.map((one, place) => (
        <div key={`${face.id} ${place}`} className="flex flex-wrap items-center gap-2 text-ink-2 text-sm">
          <span>Younger than</span>
          <NumberInput
            aria-label={`Age for other limits of ${face.name}, in days`}
            value={one.days}
            onValue={(days) => at(place, { days })}
            className="figures max-w-20"
          />
          <span>days: 0 points at</span>
          <NumberInput
            aria-label={`Red limit of ${face.name} for the young`}
            value={one.red}
            onValue={(red) => at(place, { red })}
            className="figures max-w-20"
          />
          <span>100 at</span>
          <NumberInput
            aria-label={`Green limit of ${face.name} for the young`}
            value={one.green}
            onValue={(green) => at(place, { green })}
            className="figures max-w-20"
          />
          <Button
            look="quiet"
            size="icon"
            aria-label={`Remove these limits of ${face.name}`}
            onClick={() => set({ younger: younger.filter((_, index) => index !== place) })}
          >
            <X aria-hidden className="size-4" />
          </Button>
        </div>
      ))}
      <p className="text-ink-3 text-xs">
        {figureWords(face, limits.red)} is 0, {figureWords(face, (limits.red + limits.green) / 2)} is 50, {figureWords(face, limits.green)}{" "}
        is 100. Left out: {face.missing}
      </p>
    </li>
  );
}

function oldestOf(younger: readonly { days: number }[]): number {
  return Math.max(60, ...younger.map(({ days }) => days));
}

function Labelled({ words, children }: { words: string; children: ReactNode }) {
  return (
    <div className="grid gap-1">
      <span aria-hidden className="text-ink-3 text-xs">
        {words}
      </span>
      <div className="flex items-center gap-2">{children}</div>
    </div>
  );
}
