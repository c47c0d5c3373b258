import { z } from "zod";

/** One test vector: what goes into a metric and what must come out. `expected` names only what must match. */
export const Vector = z.object({
  id: z.string(),
  metric: z.string(),
  input: z.record(z.string(), z.unknown()),
  expected: z.record(z.string(), z.unknown()),
  tolerance: z.number().nonnegative().default(0),
});
export type Vector = z.infer<typeof Vector>;

export type Answer = Record<string, unknown>;

/** Asks the product for what a vector's input asks, and names the answer in the vector's words. */
export type Adapter = (input: Vector["input"]) => Answer | Promise<Answer>;

/** A field that is null is one that is left out. */
export function adapter<Input extends z.ZodType>(input: Input, answer: (input: z.output<Input>) => Answer | Promise<Answer>): Adapter {
  return async (given) => answer(input.parse(withoutNulls(given)));
}

function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).flatMap(([key, item]) => (item === null ? [] : [[key, withoutNulls(item)]])));
}

/** The name of a thing, by whatever it is called. */
export const name = z.union([z.string(), z.number().transform(String)]);

/** Vectors speak in percent, the product in shares. */
export function percent(share: number | null): number | null {
  return share === null ? null : share * 100;
}

export function share(percent: number): number {
  return percent / 100;
}
