import type { Reading } from "@/lib/imports/files/view";
import type { ImportMap } from "@/lib/imports/map";

/** What a person has settled so far; what is null is suggested. */
export type Settled = {
  readonly kind: string | null;
  readonly source: string | null;
  readonly map: ImportMap | null;
  /** The fields that were given a column since the last answer. */
  readonly picked: readonly string[];
};

/** The last answer with what was settled since, so that the next choice is made on top of it and not in its place. */
export function aheadOf(reading: Reading, { kind, source, map }: Settled): Reading {
  if (map === null) return reading;
  const fields = reading.fields.map((field) => ({ ...field, origin: map.fields[field.name] ?? null }));
  return { ...reading, kind: kind ?? reading.kind, source: source ?? reading.source, map, fields };
}

/** Other records out of the same file: the file is cut as before, and what stands in it is matched anew. */
export function asOther(kind: string, { csv: { delimiter, encoding } }: ImportMap): Pick<Settled, "kind" | "map"> {
  return { kind, map: { fields: {}, csv: { delimiter, encoding } } };
}

/** Whether the columns and fields of the last answer are not those of what was settled since. */
export function isOfAnother({ map }: Settled): boolean {
  return map === null || Object.keys(map.fields).length === 0;
}
