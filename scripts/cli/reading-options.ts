import { dateReader } from "@/lib/imports/dates";
import { UsageError } from "@/lib/kernel/usage-error";
import { checkDimension } from "@/lib/metrics/request";
import type { Filter } from "@/lib/metrics/types";
import type { Scope } from "@/lib/platform/scope";
import { needed } from "./options";

/** The options of every command that reads numbers. */
export const READING = {
  workspace: { type: "string" },
  period: { type: "string" },
  where: { type: "string", multiple: true },
  "as-of": { type: "string" },
} as const;

/** `segment=SMB` as a filter; nothing after the sign means none. */
export function filterOf(terms: readonly string[] | undefined): Filter {
  const filter: Filter = {};
  for (const term of terms ?? []) {
    const cut = term.indexOf("=");
    if (cut < 1) throw new UsageError(`--where ${term} is not of the form dimension=value.`);
    const dimension = checkDimension(term.slice(0, cut));
    if (dimension in filter) throw new UsageError(`--where names ${dimension} twice; name it once.`);
    filter[dimension] = term.slice(cut + 1) || null;
  }
  return filter;
}

/** An instant as told: with its offset or Z as it stands, without one in the workspace's zone; a day is its first instant. */
export function instantOf({ timeZone }: Pick<Scope, "timeZone">, text: string | undefined): Date | undefined {
  if (text === undefined) return undefined;
  const at = dateReader(undefined, timeZone)(needed(text, "as-of"));
  if (at === null) throw new UsageError(`--as-of ${text} is no instant; write 2024-12-31 or 2024-12-31T18:00:00Z.`);
  return at;
}

export function wholeNumber(text: string | undefined, name: string): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d+$/.test(text)) throw new UsageError(`--${name} ${text} is not a whole number.`);
  return Number(text);
}
