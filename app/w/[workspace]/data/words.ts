import { label } from "@/lib/imports/files/field-words";
import { describeMoment } from "@/lib/kernel/period-words";
import type { Reason } from "@/lib/platform/reason";

/** Why a row is not taken, in words a person can act on. */
const REASONS: Partial<Record<Reason, string>> = {
  "missing-field": "A needed field is empty",
  "unknown-account": "Names an account that is not known",
  "ambiguous-account": "Names an account that several sources have",
  "unknown-subscription": "Names a subscription that is not known",
  "ambiguous-subscription": "Names a subscription that several sources have",
  "unknown-ticket": "Names a ticket that is not known",
  "unknown-contact": "Names a contact that is not known",
  "end-before-start": "Ends before it starts",
  "bad-date": "A date cannot be read",
  "bad-number": "A number cannot be read",
  "negative-amount": "A number is negative",
  "fractional-minor-unit": "An amount has more decimals than its currency",
  "unknown-currency": "A currency is not known",
  "out-of-range": "A value is too large, too long or too far away",
  "unknown-value": "A word is none of those the field takes",
  "duplicate-key": "The same id stands twice with other content",
  "ragged-row": "More or fewer cells than the header",
  "unclosed-quote": "A quote is not closed",
  "bad-encoding": "Not in the file's encoding",
  "nul-byte": "A character that no text may have",
};

export function reasonWords(reason: string): string {
  return Object.entries(REASONS).find(([known]) => known === reason)?.[1] ?? label(reason);
}

export function count(n: number): string {
  return n.toLocaleString("en-US");
}

export function size(bytes: number): string {
  if (bytes < 1024) return `${bytes} bytes`;
  return bytes < 1024 * 1024 ? `${Math.round(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

export function plural(n: number, one: string, many = `${one}s`): string {
  return `${count(n)} ${n === 1 ? one : many}`;
}

/** An instant of the source's own zone, such as 3 Apr 2026, 14:05. */
export function moment(at: string, timeZone: string): string {
  return describeMoment(new Date(at), timeZone);
}
