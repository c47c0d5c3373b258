import { asOther, type Settled } from "@/app/w/[workspace]/data/files/[fileId]/ahead";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { Sheet } from "@/components/ui/sheet";
import type { FileView, Reading } from "@/lib/imports/files/view";

const DELIMITERS = [
  { value: ",", label: "Comma" },
  { value: ";", label: "Semicolon" },
  { value: "\t", label: "Tab" },
  { value: "|", label: "Bar" },
];
const MARKS = [
  { value: "", label: "Not settled" },
  { value: ".", label: "1,234.56" },
  { value: ",", label: "1.234,56" },
];
const FROM = {
  given: "As you settled it.",
  saved: "Read as the last file of this source was.",
  guessed: "Recognised by the names and values in the file; change what is wrong.",
};
const UNKNOWN = "No column was recognised. Say what the records are, then which column each field is.";

type Props = { data: FileView; reading: Reading; onChange: (changed: Partial<Settled>) => void; disabled: boolean };

/** What is in the file, where it is from, and how its text is cut. */
export function FileFacts({ data: { kinds, encodings }, reading, onChange, disabled }: Props) {
  const { map, kind, source, sources, from } = reading;
  // Other columns or other words come out of another cut: what was matched is matched anew.
  const recut = (csv: Partial<Reading["map"]["csv"]>) => onChange({ map: { fields: {}, csv: { ...map.csv, ...csv } } });
  const delimiter = map.csv.delimiter ?? ",";
  return (
    <Sheet title="The file" note={from === "guessed" && Object.keys(map.fields).length === 0 ? UNKNOWN : FROM[from]}>
      <div className="grid grid-cols-2 gap-3 lg:grid-cols-5">
        <Field label="Records">
          <NativeSelect
            value={kind}
            disabled={disabled}
            options={kinds.map(({ name, label }) => ({ value: name, label }))}
            onChange={(event) => onChange(asOther(event.target.value, map))}
          />
        </Field>
        <Field label="Source">
          <Input
            key={source}
            defaultValue={source}
            disabled={disabled}
            maxLength={60}
            list="sources"
            onBlur={(event) => {
              const named = event.target.value.trim();
              if (named !== "" && named !== source) onChange({ source: named });
            }}
          />
        </Field>
        <datalist id="sources">
          {sources.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
        <Field label="Delimiter">
          <NativeSelect
            value={delimiter}
            disabled={disabled}
            options={
              DELIMITERS.some(({ value }) => value === delimiter) ? DELIMITERS : [...DELIMITERS, { value: delimiter, label: delimiter }]
            }
            onChange={(event) => recut({ delimiter: event.target.value })}
          />
        </Field>
        <Field label="Encoding">
          <NativeSelect
            value={map.csv.encoding ?? "utf-8"}
            disabled={disabled}
            options={encodings}
            onChange={(event) => recut({ encoding: event.target.value as NonNullable<Reading["map"]["csv"]["encoding"]> })}
          />
        </Field>
        <Field label="Numbers">
          <NativeSelect
            value={map.csv.decimal ?? ""}
            disabled={disabled}
            options={map.csv.decimal === undefined ? MARKS : MARKS.slice(1)}
            onChange={(event) => onChange({ map: { ...map, csv: { ...map.csv, decimal: event.target.value === "," ? "," : "." } } })}
          />
        </Field>
      </div>
    </Sheet>
  );
}
