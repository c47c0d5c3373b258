import { dateReader } from "@/lib/imports/dates";
import type { Column } from "@/lib/imports/files/column";
import { label } from "@/lib/imports/files/field-words";
import { formatsOf, markOf } from "@/lib/imports/files/formats";
import { isNumber } from "@/lib/imports/files/suggest";
import type { Kind } from "@/lib/imports/kind";
import type { ImportMap } from "@/lib/imports/map";
import { currencyDigits, formatMoney } from "@/lib/kernel/money";
import { describeDay } from "@/lib/kernel/period-words";
import type { Scope } from "@/lib/platform/scope";

/** What the file does not tell and a person must: `value` goes where `about` says. */
export type Question = {
  readonly about: "decimal" | "unit" | "format";
  readonly field: string | null;
  readonly words: string;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
};

type Asked = { kind: Kind; map: ImportMap; columns: readonly Column[]; scope: Pick<Scope, "currency"> };

export function questionsOf({ kind, map, columns, scope }: Asked): Question[] {
  const found = Object.entries(map.fields).flatMap(([field, origin]) => {
    const column = columns.find(({ name }) => name === origin.column?.trim());
    return column ? [{ field, origin, column, read: kind.fields[field]?.read }] : [];
  });
  const numbers = found.filter(({ field }) => isNumber(kind.fields[field])).flatMap(({ column }) => column.values);
  return [
    ...(map.csv.decimal === undefined && markOf(numbers) === null ? [decimalQuestion(numbers)] : []),
    ...found.flatMap(({ field, origin, column, read }) => {
      if (origin.unit === undefined && isMoney(kind, read, columns, map)) return [unitQuestion(field, column, scope.currency)];
      if (origin.format === undefined && (read === "instant" || read === "day" || read === "month")) return formatQuestion(field, column);
      return [];
    }),
  ];
}

// A discount's value is money where its type is fixed, and percent elsewhere.
function isMoney(kind: Kind, read: string | undefined, columns: readonly Column[], { fields }: ImportMap): boolean {
  if (read === "minor") return true;
  if (read !== "discount" || !kind.fields.type) return false;
  const type = columns.find(({ name }) => name === fields.type?.column);
  return (
    fields.type?.value === "fixed" ||
    (type?.distinct.some((value) => (fields.type?.values?.[value] ?? value).toLowerCase() === "fixed") ?? false)
  );
}

function decimalQuestion(numbers: readonly string[]): Question {
  const example = numbers.find((value) => /[.,]/.test(value)) ?? "1,234";
  const grouped = example.replace(/[.,]/g, "");
  const [mark, other] = example.includes(",") ? ([",", "."] as const) : ([".", ","] as const);
  return {
    about: "decimal",
    field: null,
    words: `Numbers such as ${example} can be read in two ways. Which is it?`,
    choices: [
      { value: other, label: `${example} is ${Number(grouped).toLocaleString("en-US")}` },
      { value: mark, label: `${example} is ${Number(example.replace(mark, "."))}` },
    ],
  };
}

function unitQuestion(field: string, { values }: Column, currency: string): Question {
  const example = values.find((value) => /^[1-9]\d*$/.test(value)) ?? "4900";
  const major = `${example}${"0".repeat(currencyDigits(currency))}`;
  return {
    about: "unit",
    field,
    words: `What is ${example} under ${label(field)}?`,
    choices: [
      { value: "major", label: formatMoney(BigInt(major), currency) },
      { value: "minor", label: formatMoney(BigInt(example), currency) },
    ],
  };
}

function formatQuestion(field: string, { values }: Column): Question[] {
  const { fitting, isOpen } = formatsOf(values);
  if (!isOpen) return [];
  const readers = fitting.map((format) => ({ format, read: dateReader(format ?? undefined, "UTC") }));
  const example = values.find((value) => new Set(readers.map(({ read }) => read(value)?.getTime())).size > 1) ?? values[0] ?? "";
  return [
    {
      about: "format",
      field,
      words: `Which day is ${example} under ${label(field)}?`,
      choices: readers.map(({ format, read }) => ({
        value: format ?? "",
        label: describeDay((read(example) ?? new Date(0)).toISOString().slice(0, 10)),
      })),
    },
  ];
}
