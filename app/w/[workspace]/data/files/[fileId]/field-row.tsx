import { FieldReading } from "@/app/w/[workspace]/data/files/[fileId]/field-reading";
import { FieldWords } from "@/app/w/[workspace]/data/files/[fileId]/field-words";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import type { FieldFace } from "@/lib/imports/files/field-face";
import type { Reading } from "@/lib/imports/files/view";
import type { Origin } from "@/lib/imports/map";

export type FieldRowProps = {
  field: FieldFace;
  columns: Reading["columns"];
  currency: string;
  disabled: boolean;
  onChange: (origin: Origin | null) => void;
  /** A column was chosen; how it is read is found by its looks. */
  onPick: (column: string) => void;
};

const NOWHERE = "none";
const FIXED = "fixed";
const CONTENT = "content";

/** One field: where it comes from, how it is read, and what stands there. */
export function FieldRow({ field, columns, currency, disabled, onChange, onPick }: FieldRowProps) {
  const { name, label, required, refersTo, origin, words } = field;
  const column = columns.find((one) => one.name === origin?.column?.trim());
  const chosen = choiceOf(origin);
  const isId = name === "externalId" && required;

  function choose(value: string) {
    if (value === NOWHERE) onChange(null);
    else if (value === CONTENT) onChange({ content: true });
    else if (value === FIXED) onChange({ value: words?.[0] ?? "" });
    else onPick(value.slice("column ".length));
  }

  return (
    <li className="grid items-center gap-x-4 gap-y-2 px-4 py-2.5 md:grid-cols-[11rem_14rem_13rem_1fr]">
      <p>
        <span className="font-medium">{label}</span>
        {required ? <span className="text-ink-3 text-xs"> needed</span> : null}
        {refersTo ? <span className="block text-ink-3 text-xs">looked up among the {refersTo}</span> : null}
      </p>
      <NativeSelect
        aria-label={`${label} comes from`}
        aria-invalid={required && origin === null}
        value={chosen}
        disabled={disabled}
        options={[
          { value: NOWHERE, label: required ? "Choose a column" : "Not in this file" },
          isId ? { value: CONTENT, label: "No ids: know rows by their content" } : { value: FIXED, label: "The same for every row" },
          ...columns.map((one) => ({ value: `column ${one.name}`, label: one.name || "(no name)" })),
        ]}
        onChange={(event) => choose(event.target.value)}
      />
      {chosen === FIXED ? (
        words ? (
          <NativeSelect
            aria-label={`${label} of every row`}
            value={origin?.value ?? ""}
            disabled={disabled}
            options={words}
            onChange={(event) => onChange({ value: event.target.value })}
          />
        ) : (
          <Input
            key={`${name} ${origin?.value}`}
            aria-label={`${label} of every row`}
            defaultValue={origin?.value ?? ""}
            disabled={disabled}
            onBlur={(event) => event.target.value !== origin?.value && onChange({ ...origin, value: event.target.value })}
          />
        )
      ) : chosen === CONTENT ? null : (
        <FieldReading field={field} currency={currency} disabled={disabled} onChange={onChange} />
      )}
      <p className="min-w-0 truncate text-ink-3 text-sm">{column?.samples.join(" · ")}</p>
      {column && field.foreign.length > 0 ? <FieldWords field={field} disabled={disabled} onChange={onChange} /> : null}
    </li>
  );
}

function choiceOf(origin: Origin | null): string {
  if (origin === null) return NOWHERE;
  if (origin.content) return CONTENT;
  return origin.column === undefined ? FIXED : `column ${origin.column}`;
}
