import type { Asked } from "@/lib/imports/hand/forms";
import type { Stored } from "@/lib/imports/hand/stored";
import type { Field, Kind } from "@/lib/imports/kind";
import type { Bound } from "@/lib/imports/map";
import { fieldOf, type Value } from "@/lib/imports/prepared";
import { rowReader } from "@/lib/imports/values";
import { majorText } from "@/lib/kernel/money";
import { localText } from "@/lib/kernel/zone";
import type { Reason } from "@/lib/platform/reason";
import type { Scope } from "@/lib/platform/scope";

/** What stands in a form, by field. */
export type Texts = { readonly [field: string]: string };

export type Faults = { readonly [field: string]: Reason };

/** How a field is asked for. */
export type Input = "text" | "choice" | "day" | "minute" | "month" | "amount" | "number" | "flag";

export function inputOf(kind: Kind, { name, choices, minute }: Asked, value: Value, timeZone: string): Input {
  if (choices) return "choice";
  const { read } = fieldOf(kind, name);
  if (read === "instant") return minute || (value instanceof Date && !isMidnight(value, timeZone)) ? "minute" : "day";
  if (read === "day" || read === "month" || read === "flag") return read;
  if (read === "minor") return "amount";
  return read === "whole" || read === "decimal" ? "number" : "text";
}

/** A value as the form shows it: money in major units, moments to the minute as the workspace's clocks have them. */
export function textOf(value: Value, input: Input, { currency, timeZone }: Pick<Scope, "currency" | "timeZone">): string {
  if (value === null) return "";
  if (value instanceof Date) return localText(value, timeZone).slice(0, input === "day" ? 10 : 16);
  if (typeof value === "bigint") return input === "amount" ? majorText(value, currency) : String(value);
  return input === "month" ? String(value).slice(0, 7) : String(value);
}

/** Reads what was typed, each field by itself and as the text of a file is read, so that every fault is told at once. */
export function readTexts(
  kind: Kind,
  scope: Scope,
  { typed, currency }: { typed: Texts; currency: string },
): { values: Stored["values"]; faults: Faults } {
  const values: Record<string, Value> = {};
  const faults: Record<string, Reason> = {};
  for (const [name, text] of Object.entries(typed)) {
    const read = rowReader(kind, boundTo(name, fieldOf(kind, name), currency), null, scope)([text]);
    if ("refused" in read) faults[name] = read.refused;
    else values[name] = read.values[name] ?? null;
  }
  return { values, faults };
}

// An amount is read with the digits of its record's currency.
function boundTo(field: string, { read }: Field, currency: string): Bound[] {
  const own: Bound = { field, origin: read === "minor" ? { unit: "major" } : {}, index: 0, attribute: null };
  return read === "minor" ? [own, { field: "currency", origin: { value: currency }, index: null, attribute: null }] : [own];
}

function isMidnight(value: Date, timeZone: string): boolean {
  return localText(value, timeZone).endsWith("T00:00");
}
