import { FieldRow } from "@/app/w/[workspace]/data/files/[fileId]/field-row";
import { plural } from "@/app/w/[workspace]/data/words";
import { Sheet } from "@/components/ui/sheet";
import type { Reading } from "@/lib/imports/files/view";
import type { ImportMap, Origin } from "@/lib/imports/map";

type Props = { reading: Reading; onChange: (map: ImportMap, picked?: string) => void; disabled: boolean; currency: string };

/** Which column each field comes from. What is needed or found stands first, the rest is folded away. */
export function Fields({ reading, onChange, disabled, currency }: Props) {
  const { fields, map, unused, takesAttributes } = reading;
  const shown = fields.filter(({ required, origin }) => required || origin);
  const rest = fields.filter((field) => !shown.includes(field));
  const attributes = Object.keys(map.fields).filter((name) => name.startsWith("attributes."));

  function set(name: string, origin: Origin | null) {
    const { [name]: _, ...others } = map.fields;
    onChange({ ...map, fields: origin === null ? others : { ...map.fields, [name]: origin } });
  }

  const row = (field: (typeof fields)[number]) => (
    <FieldRow
      key={field.name}
      field={field}
      columns={reading.columns}
      currency={currency}
      disabled={disabled}
      onChange={(origin) => set(field.name, origin)}
      onPick={(column) => onChange({ ...map, fields: { ...map.fields, [field.name]: { column } } }, field.name)}
    />
  );
  return (
    <Sheet title="Columns" note="Each field, the column it is read from, and how." flush>
      <ul className="divide-y divide-line border-line border-t">{shown.map(row)}</ul>
      {rest.length > 0 ? (
        <details className="border-line border-t">
          <summary className="cursor-pointer px-4 py-2.5 text-ink-2 text-sm hover:text-ink">
            {plural(rest.length, "more field")} this file does not seem to have
          </summary>
          <ul className="divide-y divide-line border-line border-t">{rest.map(row)}</ul>
        </details>
      ) : null}
      {unused.length + attributes.length > 0 ? (
        <div className="grid gap-2 border-line border-t px-4 py-3 text-sm">
          {unused.length > 0 ? (
            <p className="break-words text-ink-2">
              <span className="text-ink-3">Columns left out:</span> {unused.join(", ")}
            </p>
          ) : null}
          {takesAttributes ? (
            <label className="inline-flex items-center gap-2">
              <input
                type="checkbox"
                className="accent-accent"
                disabled={disabled}
                checked={attributes.length > 0}
                onChange={(event) =>
                  onChange({ ...map, fields: event.target.checked ? withAttributes(map, unused) : withoutAttributes(map) })
                }
              />
              Keep the other columns as attributes of the account
            </label>
          ) : null}
        </div>
      ) : null}
    </Sheet>
  );
}

function withAttributes({ fields }: ImportMap, unused: readonly string[]): ImportMap["fields"] {
  return { ...fields, ...Object.fromEntries(unused.map((column) => [`attributes.${column}`, { column }])) };
}

function withoutAttributes({ fields }: ImportMap): ImportMap["fields"] {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !name.startsWith("attributes.")));
}
