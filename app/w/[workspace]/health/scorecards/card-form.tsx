import { MatchForm } from "@/app/w/[workspace]/health/scorecards/match-form";
import { MeasureRow } from "@/app/w/[workspace]/health/scorecards/measure-row";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Sheet } from "@/components/ui/sheet";
import type { DimensionValue } from "@/lib/accounts/data";
import type { Scorecard } from "@/lib/health/config";
import type { MeasureFace } from "@/lib/health/measure";

type Props = { card: Scorecard; faces: readonly MeasureFace[]; values: readonly DimensionValue[]; onChange: (card: Scorecard) => void };

/** One card: for whom it is, and what counts how much between which limits. */
export function CardForm({ card, faces, values, onChange }: Props) {
  const whole = Object.values(card.weights).reduce((sum, weight) => sum + weight, 0);
  return (
    <Sheet title={card.name} note={`${whole.toLocaleString("en-US")} points of weight in all`} flush>
      <div className="grid items-start gap-4 border-line border-t px-4 py-4 sm:grid-cols-2">
        <Field label="Name">
          <Input value={card.name} maxLength={80} onChange={({ target }) => onChange({ ...card, name: target.value })} />
        </Field>
        {card.match === null ? (
          <p className="text-ink-2 text-sm sm:pt-8">For every account that no card before it matches.</p>
        ) : (
          <MatchForm match={card.match} values={values} onChange={(match) => onChange({ ...card, match })} />
        )}
      </div>
      <ul className="divide-y divide-line border-line border-t" aria-label={`Measures of ${card.name}`}>
        {faces.map((face) => (
          <MeasureRow key={face.id} face={face} card={card} onChange={onChange} />
        ))}
      </ul>
    </Sheet>
  );
}
