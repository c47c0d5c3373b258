import type { FieldRowProps } from "@/app/w/[workspace]/data/files/[fileId]/field-row";
import { NativeSelect } from "@/components/ui/native-select";

/** The file's words for a field that takes a closed list, each with what it means here. */
export function FieldWords({
  field: { label, foreign, words, origin },
  disabled,
  onChange,
}: Pick<FieldRowProps, "field" | "disabled" | "onChange">) {
  return (
    <ul aria-label={`Words of ${label}`} className="flex flex-wrap gap-x-6 gap-y-2 md:col-span-3 md:col-start-2">
      {foreign.map(({ value, to }) => (
        <li key={value} className="flex items-center gap-2 text-sm">
          <span className="max-w-40 truncate">{value}</span>
          <span aria-hidden className="text-ink-3">
            is
          </span>
          <NativeSelect
            aria-label={`${value} of ${label} is`}
            aria-invalid={to === null}
            className="h-8 text-sm"
            value={to ?? ""}
            disabled={disabled}
            options={[{ value: "", label: "not known: rejected" }, ...(words ?? []).map((word) => ({ value: word, label: word }))]}
            onChange={(event) => {
              const { [value]: _, ...others } = origin?.values ?? {};
              onChange({ ...origin, values: event.target.value === "" ? others : { ...others, [value]: event.target.value } });
            }}
          />
        </li>
      ))}
    </ul>
  );
}
