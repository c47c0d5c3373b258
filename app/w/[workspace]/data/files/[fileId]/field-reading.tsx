import type { FieldRowProps } from "@/app/w/[workspace]/data/files/[fileId]/field-row";
import { NativeSelect } from "@/components/ui/native-select";

const FORMATS = ["dd/MM/yyyy", "MM/dd/yyyy", "dd.MM.yyyy", "yyyy/MM/dd", "yyyyMMdd", "d MMM yyyy", "dd/MM/yyyy HH:mm", "MM/dd/yyyy HH:mm"];

/** How the text of a date or an amount becomes one; nothing for what is read as it stands. */
export function FieldReading({
  field: { label, read, origin, formats },
  currency,
  disabled,
  onChange,
}: Omit<FieldRowProps, "columns" | "onPick">) {
  if (!origin) return <span className="hidden md:block" />;
  if (read === "instant" || read === "day" || read === "month") {
    const known = [...new Set([...formats, "", ...FORMATS, origin.format ?? ""])];
    return (
      <NativeSelect
        aria-label={`Format of ${label}`}
        value={origin.format ?? ""}
        disabled={disabled}
        options={known.map((format) => ({ value: format, label: format || "ISO: yyyy-MM-dd" }))}
        onChange={({ target: { value } }) => {
          const { format: _, ...rest } = origin;
          onChange(value === "" ? rest : { ...rest, format: value });
        }}
      />
    );
  }
  if (read !== "minor" && read !== "discount") return <span className="hidden md:block" />;
  return (
    <NativeSelect
      aria-label={`Unit of ${label}`}
      value={origin.unit ?? ""}
      disabled={disabled}
      options={[
        ...(origin.unit === undefined ? [{ value: "", label: "Not settled" }] : []),
        { value: "major", label: `Whole units, as 49.00 ${currency}` },
        { value: "minor", label: "Smallest units, as 4900" },
      ]}
      onChange={({ target: { value } }) => onChange({ ...origin, unit: value === "major" ? "major" : "minor" })}
    />
  );
}
