import type { Reason } from "@/lib/platform/reason";

/** Why a field is not taken, in the words of whoever typed it. */
export function faultWords(reason: Reason): string {
  return WORDS[reason] ?? "This cannot be taken; write it another way.";
}

const WORDS: { readonly [reason in Reason]?: string } = {
  "missing-field": "This is needed.",
  "bad-date": "This is no date that the calendar has.",
  "bad-number": "Write a number, such as 49 or 49.50.",
  "negative-amount": "This cannot be below zero.",
  "fractional-minor-unit": "The currency has fewer digits after the point.",
  "unknown-currency": "This is not a currency; use a code such as USD or EUR.",
  "out-of-range": "This is outside what is possible.",
  "end-before-start": "This is before it began.",
  "unknown-value": "Choose one of the list.",
  "nul-byte": "There is a character in this that cannot be kept.",
};
