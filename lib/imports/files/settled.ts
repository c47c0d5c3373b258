import type { Column } from "@/lib/imports/files/column";
import { markOf } from "@/lib/imports/files/formats";
import type { Sample } from "@/lib/imports/files/sample";
import { isNumber, originFor } from "@/lib/imports/files/suggest";
import type { Kind } from "@/lib/imports/kind";
import type { ImportMap } from "@/lib/imports/map";

/** The map, with the fields that a person just gave a column read as that column looks. */
export function settlePicked(kind: Kind, map: ImportMap, columns: readonly Column[], picked: readonly string[]): ImportMap {
  const columnOf = (field: string) => columns.find(({ name }) => name === map.fields[field]?.column?.trim());
  const found = picked.flatMap((field) => {
    const column = columnOf(field);
    return column ? [{ field, column }] : [];
  });
  const fields = { ...map.fields, ...Object.fromEntries(found.map(({ field, column }) => [field, originFor(kind, field, column)])) };
  const isTelling = found.some(({ field, column }) => isNumber(kind.fields[field]) && column.values.some((value) => /[.,]/.test(value)));
  if (!isTelling) return { ...map, fields };
  const numbers = Object.keys(fields).filter((field) => isNumber(kind.fields[field]));
  const decimal = markOf(numbers.flatMap((field) => columnOf(field)?.values ?? []));
  const { decimal: _, ...csv } = map.csv;
  return { fields, csv: decimal === null ? csv : { ...csv, decimal } };
}

/** A map used before for a file that is cut in another way: its fields, with this file's delimiter and encoding. */
export function cutAs({ fields, csv }: ImportMap, { delimiter, encoding }: Pick<Sample, "delimiter" | "encoding">): ImportMap {
  const { encoding: _, ...rest } = csv;
  return { fields, csv: { ...rest, delimiter, ...(encoding === "utf-8" ? {} : { encoding }) } };
}
