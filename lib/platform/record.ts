import { z } from "zod";
import { shiftPoint } from "@/lib/kernel/decimal";
import type { Reason } from "@/lib/platform/reason";

/** The pieces records are made of. An issue's message is the reason a row is refused for; whitespace around keys and labels never counts. */

const EDGE = /[\s\u200b\u2060\ufeff]/;
// To put marks in order takes the square of their number. No script piles up so many on one letter (Unicode's limit for a stream is 30).
const PILE = /\p{M}{31}/u;
// Printable ASCII without edges is plain already, and is what nearly every cell holds.
const PLAIN = /^[!-~](?:[ -~]*[!-~])?$/;
const MOST = 9_223_372_036_854_775_807n;
const EARLIEST = Date.UTC(1900, 0, 1);
const LATEST = Date.UTC(9999, 11, 31, 23, 59, 59, 999);
/** So many digits a number may have after its point: what other programs write of a third, and more. */
export const MOST_PLACES = 40;
const DECIMAL = new RegExp(`^-?\\d{1,30}(\\.\\d{1,${MOST_PLACES}})?$`);
const CURRENCIES: ReadonlySet<string> = new Set(Intl.supportedValuesOf("currency"));

/** Text as keys and labels are compared: without whitespace around it, in one Unicode form. Takes time by its length, whatever it holds. */
export function plain(value: string): string {
  if (PLAIN.test(value)) return value;
  const inner = trimmed(value);
  return PILE.test(inner) ? inner : inner.normalize("NFC");
}

// By hand, for a pattern that ends in `$` is tried anew at every space of a long run.
function trimmed(value: string): string {
  let [start, end] = [0, value.length];
  while (start < end && EDGE.test(value.charAt(start))) start += 1;
  while (end > start && EDGE.test(value.charAt(end - 1))) end -= 1;
  return value.slice(start, end);
}

/** `007.50` is 7.5: one number, one text. */
function shortest(decimal: string): string {
  const whole = decimal.replace(/^-/, "").replace(/^0+(?=\d)/, "");
  return whole.includes(".") ? whole.replace(/\.?0+$/, "") : whole;
}

/** What is looked up, sorted or grouped by must fit an index. */
const MOST_LABEL = 500;
const fits = (value: string | null) => (value ?? "").length <= MOST_LABEL;

function because(reason: Reason) {
  return (issue: { input?: unknown }) => (issue.input === undefined || issue.input === null ? "missing-field" : reason);
}

const noNul = (value: string) => !value.includes("\0");

/** An external id: always text, never empty. */
export const key = z
  .string({ error: because("unknown-value") })
  .refine(noNul, { error: "nul-byte" })
  .transform(plain)
  .refine((value) => value !== "", { error: "missing-field" })
  .refine(fits, { error: "out-of-range" });

/** A name as it was written; only emptiness is refused, and what is too long to be one. */
export const text = z
  .string({ error: because("unknown-value") })
  .refine(noNul, { error: "nul-byte" })
  .refine((value) => plain(value) !== "", { error: "missing-field" })
  .refine(fits, { error: "out-of-range" });

/** Words that may be absent; blank is absent. */
export const note = optional(
  z
    .string()
    .refine(noNul, { error: "nul-byte" })
    .transform((value) => (plain(value) === "" ? null : value)),
);

/** A label that numbers are split by, such as a segment; blank is absent. */
export const label = optional(
  z
    .string()
    .refine(noNul, { error: "nul-byte" })
    .transform((value) => plain(value) || null)
    .refine(fits, { error: "out-of-range" }),
);

/** An address, in lower case, so that it finds its member. */
export const email = optional(
  z
    .string()
    .refine(noNul, { error: "nul-byte" })
    .transform((value) => plain(value).toLowerCase() || null)
    .refine(fits, { error: "out-of-range" }),
);

export const instant = z
  .date({ error: because("bad-date") })
  .refine((value) => value.getTime() >= EARLIEST && value.getTime() <= LATEST, { error: "out-of-range" });

/** A calendar day, as `2024-12-31`. */
export const day = z.iso.date({ error: because("bad-date") }).refine((value) => value >= "1900-01-01", { error: "out-of-range" });

/** A month, by its first day. */
export const month = day.transform((value) => `${value.slice(0, 7)}-01`);

/** A whole number; a number is taken for a bigint. */
export const integer = z.union([z.bigint(), z.number().int().transform(BigInt)], { error: because("bad-number") });

/** A whole number from 0 on. */
export const whole = integer
  .refine((value) => value >= 0n, { error: "negative-amount" })
  .refine((value) => value <= MOST, { error: "out-of-range" });

export const positive = whole.refine((value) => value >= 1n, { error: "out-of-range" });

/** An exact decimal from 0 on, as plain text such as `12.5`; a number is the shortest decimal that stands for it. */
export const decimal = z
  .union([z.string(), z.bigint().transform(String), z.number().transform((value) => shiftPoint(value, 0))], {
    error: because("bad-number"),
  })
  .refine((value) => DECIMAL.test(value), { error: "bad-number" })
  .refine((value) => !/^-.*[1-9]/.test(value), { error: "negative-amount" })
  .transform(shortest);

/** ISO 4217, in any case. */
export const currency = z
  .string({ error: because("unknown-currency") })
  .transform((value) => plain(value).toUpperCase())
  .refine((value) => CURRENCIES.has(value), { error: "unknown-currency" });

/** One of a closed list of words. */
export function word<const Words extends readonly [string, ...string[]]>(words: Words) {
  return z.enum(words, { error: because("unknown-value") });
}

/** May be left out; then it is null. */
export function optional<Piece extends z.ZodType>(piece: Piece) {
  return piece.nullish().transform((value) => value ?? null);
}

/** Refuses a record whose `end` lies before its `start`; the same instant is allowed. */
export function ordered(start: Date | string, end: Date | string | null, path: string, context: z.RefinementCtx): void {
  if (end !== null && end < start) context.addIssue({ code: "custom", message: "end-before-start" satisfies Reason, path: [path] });
}
