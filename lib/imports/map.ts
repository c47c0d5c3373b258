import { z } from "zod";
import { ENCODINGS } from "@/lib/imports/csv/read";
import type { Kind } from "@/lib/imports/kind";
import { fieldOf } from "@/lib/imports/prepared";
import { UsageError } from "@/lib/kernel/usage-error";

const Origin = z.strictObject({
  column: z.string().optional(),
  value: z.union([z.string(), z.number(), z.boolean()]).transform(String).optional(),
  format: z.string().optional(),
  unit: z.enum(["major", "minor"]).optional(),
  values: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]).transform(String)).optional(),
  /** The external id of files that have none: a hash of the row's cells, with its place among the rows that are equal to it. */
  content: z.literal(true).optional(),
});

export const ImportMap = z.strictObject({
  fields: z
    .record(z.string(), z.union([z.string().transform((column): z.output<typeof Origin> => ({ column })), Origin]))
    .superRefine((fields, context) => {
      for (const [field, { content, ...rest }] of Object.entries(fields)) {
        if (content === undefined) continue;
        const refuse = (message: string) => context.addIssue({ code: "custom", message, path: [field] });
        if (field !== "externalId") refuse("only externalId can be made of the row's content");
        else if (Object.keys(rest).length > 0) refuse("an id of the row's content is of all its cells and takes nothing else");
      }
    }),
  csv: z
    .strictObject({ delimiter: z.string().optional(), encoding: z.enum(ENCODINGS).optional(), decimal: z.enum([".", ","]).optional() })
    .default({}),
});

/** Where each field of a kind comes from. */
export type ImportMap = z.output<typeof ImportMap>;
export type Origin = z.output<typeof Origin>;

/** A field with the place in a row that its text comes from, or the constant it always is. */
export type Bound = { readonly field: string; readonly origin: Origin; readonly index: number | null; readonly attribute: string | null };

export function parseMap(text: string): ImportMap {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new UsageError("The map is not valid JSON.");
  }
  const parsed = ImportMap.safeParse(json);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new UsageError(`The map cannot be read at ${issue?.path.join(".") || "its top"}: ${issue?.message}.`);
}

/** Binds a kind's fields to a file's header: by the map, or without one by equal names. Throws where a column that is needed is missing. */
export function bind(kind: Kind, header: readonly string[], map: ImportMap | null): Bound[] {
  const bound = bindFields(kind, header, map);
  const [missing] = missingFields(kind, bound);
  if (missing !== undefined) throw new UsageError(`The file has no column for ${missing}, which ${kind.name} need.`);
  return bound;
}

/** The fields a record cannot be without, and that are bound to nothing. */
export function missingFields(kind: Kind, bound: readonly Pick<Bound, "field">[]): string[] {
  const has = (name: string) => bound.some(({ field }) => field === name);
  const either = kind.either.some(has) ? [] : kind.either.slice(0, 1);
  return [...Object.keys(kind.fields).filter((name) => kind.fields[name]?.required && !has(name)), ...either];
}

/** Binds what the map or the names give, whether or not it is enough. */
export function bindFields(kind: Kind, header: readonly string[], map: ImportMap | null): Bound[] {
  const columns = new Map<string, number>();
  const twice = new Set<string>();
  for (const [index, name] of header.entries()) {
    if (columns.has(name.trim())) twice.add(name.trim());
    else columns.set(name.trim(), index);
  }
  const origins = map ? Object.entries(map.fields) : byName(kind, columns);
  return origins.map(([field, origin]) => {
    const attribute = field.startsWith("attributes.") ? field.slice("attributes.".length) : null;
    const { required } = fieldOf(kind, attribute === null ? field : "attributes");
    if (origin.content && !required)
      throw new UsageError(`${kind.name} are known by their content without an external id; leave externalId out of the map.`);
    if (origin.column !== undefined && twice.has(origin.column.trim()))
      throw new UsageError(`The file has two columns called ${origin.column}.`);
    const index = origin.column === undefined ? null : columns.get(origin.column.trim());
    if (index === undefined) throw new UsageError(`The file has no column called ${origin.column}, which the map names for ${field}.`);
    if (index === null && origin.value === undefined && !origin.content)
      throw new UsageError(`The map says neither a column nor a value for ${field}.`);
    return { field: attribute === null ? field : "attributes", origin, index, attribute };
  });
}

function byName(kind: Kind, columns: ReadonlyMap<string, number>): [string, Origin][] {
  const named = [...columns.keys()].filter(
    (name) =>
      (Object.hasOwn(kind.fields, name) && name !== "attributes") ||
      (Object.hasOwn(kind.fields, "attributes") && /^attributes\../.test(name)),
  );
  return named.map((name) => [name, { column: name }]);
}
