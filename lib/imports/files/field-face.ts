import type { Column } from "@/lib/imports/files/column";
import { label } from "@/lib/imports/files/field-words";
import { formatsOf } from "@/lib/imports/files/formats";
import { wordsOf } from "@/lib/imports/files/words-of";
import type { Kind, Reader } from "@/lib/imports/kind";
import type { ImportMap, Origin } from "@/lib/imports/map";

/** One field as a person settles it. */
export type FieldFace = {
  readonly name: string;
  readonly label: string;
  readonly read: Reader;
  readonly required: boolean;
  /** Whose id stands here, in words; null where it is the record's own content. */
  readonly refersTo: string | null;
  readonly origin: Origin | null;
  /** The closed list of words it takes. */
  readonly words: readonly string[] | null;
  /** The file's words that are none of them, with what they are translated into. */
  readonly foreign: readonly { readonly value: string; readonly to: string | null }[];
  /** The formats that read its column, where it is a date. Empty text is ISO 8601. */
  readonly formats: readonly string[];
};

const MOST_FOREIGN = 40;

/** The fields of a kind, needed ones first, then those that are bound, with what can be settled of each. */
export function fieldFaces({ kind, map, columns }: { kind: Kind; map: ImportMap; columns: readonly Column[] }): FieldFace[] {
  return Object.entries(kind.fields)
    .filter(([name]) => name !== "attributes")
    .map(([name, { read, required }]) => {
      const origin = Object.hasOwn(map.fields, name) ? (map.fields[name] ?? null) : null;
      const column = columns.find((one) => one.name === origin?.column?.trim());
      const words = wordsOf(kind, name);
      const reference = kind.references.find(({ field }) => field === name);
      return {
        name,
        label: label(name),
        read,
        required,
        refersTo: reference ? label(reference.to).toLowerCase() : null,
        origin,
        words,
        foreign: words && column ? foreignIn(column, words, origin?.values ?? {}) : [],
        formats: column && isDate(read) ? formatsOf(column.values).fitting.map((format) => format ?? "") : [],
      };
    });
}

function isDate(read: Reader): boolean {
  return read === "instant" || read === "day" || read === "month";
}

function foreignIn({ distinct }: Column, words: readonly string[], values: { readonly [value: string]: string }): FieldFace["foreign"] {
  return distinct
    .filter((value) => !words.includes(value.toLowerCase()) || Object.hasOwn(values, value))
    .slice(0, MOST_FOREIGN)
    .map((value) => ({ value, to: Object.hasOwn(values, value) ? (values[value] ?? null) : null }));
}
