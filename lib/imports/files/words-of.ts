import { z } from "zod";
import type { Kind } from "@/lib/imports/kind";

/** The closed list of words a field takes; null where it takes any text. */
export function wordsOf({ record }: Kind, field: string): readonly string[] | null {
  const shape = core(record);
  const piece = shape instanceof z.ZodObject ? shape.shape[field] : undefined;
  const inner = piece === undefined ? undefined : core(piece);
  return inner instanceof z.ZodEnum ? inner.options.map(String) : null;
}

/** What a schema checks, without its defaults, its being optional and what is made of it. */
function core(schema: unknown): unknown {
  if (schema instanceof z.ZodPipe) return core(schema.def.in);
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodOptional || schema instanceof z.ZodNullable)
    return core(schema.def.innerType);
  return schema;
}
