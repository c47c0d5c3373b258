import { DIMENSION_WORDS } from "@/app/w/[workspace]/dimension-words";
import { useValueWords } from "@/components/metric/owners";
import { Field } from "@/components/ui/field";
import { NativeSelect } from "@/components/ui/native-select";
import type { DimensionValue } from "@/lib/accounts/data";
import type { Scorecard } from "@/lib/health/config";
import { DIMENSIONS } from "@/lib/kernel/dimension";

type Match = NonNullable<Scorecard["match"]>;

type Props = { match: Match; values: readonly DimensionValue[]; onChange: (match: Match) => void };

const MOST = 50;

/** Which accounts a card is for: those with one of some values of a dimension. */
export function MatchForm({ match, values, onChange }: Props) {
  const words = useValueWords();
  const known = values.flatMap(({ dimension, value, accounts }) =>
    dimension === match.dimension && value !== null ? [{ value, accounts }] : [],
  );
  const gone = match.values.filter((value) => !known.some((one) => one.value === value)).map((value) => ({ value, accounts: 0 }));
  const toggle = (value: string, isOn: boolean) =>
    onChange({ ...match, values: isOn ? [...match.values, value].slice(0, MOST) : match.values.filter((each) => each !== value) });
  return (
    <div className="grid gap-3">
      <Field label="For accounts by">
        <NativeSelect
          value={match.dimension}
          options={DIMENSIONS.map((value) => ({ value, label: DIMENSION_WORDS[value] }))}
          onChange={({ target }) => {
            const dimension = DIMENSIONS.find((each) => each === target.value);
            if (dimension) onChange({ dimension, values: [] });
          }}
        />
      </Field>
      <fieldset className="max-h-40 overflow-y-auto rounded-md border border-line p-2">
        <legend className="sr-only">{DIMENSION_WORDS[match.dimension]} of the accounts this card is for</legend>
        {known.length + gone.length === 0 ? <p className="text-ink-3 text-sm">No account has any.</p> : null}
        {[...known, ...gone].map(({ value, accounts }) => (
          <label key={value} className="flex items-center gap-2 py-0.5 text-sm">
            <input
              type="checkbox"
              checked={match.values.includes(value)}
              onChange={({ target }) => toggle(value, target.checked)}
              className="size-4 accent-(--accent)"
            />
            <span className="wrap-anywhere min-w-0 flex-1">{words(match.dimension, value)}</span>
            <span className="figures text-ink-3 text-xs">{accounts.toLocaleString("en-US")}</span>
          </label>
        ))}
      </fieldset>
    </div>
  );
}
