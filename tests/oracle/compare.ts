import { parsePeriod } from "@/lib/kernel/period";
import { readMetrics } from "@/lib/metrics/read";
import type { Reading, ReadingRequest } from "@/lib/metrics/types";
import { withTenantConnection } from "@/lib/platform/db";
import type { Scope } from "@/lib/platform/scope";
import { disagreements } from "./agreement";
import { everyNumber, partOf } from "./all";
import { type Cut, cutOf } from "./cut";
import type { Expected } from "./expected";
import type { Life } from "./life";

export type View = { readonly period: string; readonly asOf: Date };

/** The company as a whole, and its accounts by what they are. */
export async function split(scope: Scope, life: Life, view: View, by: "segment" | "region"): Promise<string[]> {
  const cut = cutFor(life, view);
  const owner = new Map(life.accounts.map((account) => [account.externalId, account[by]]));
  const placeOf = (account: string | null) => owner.get(account ?? "") ?? null;
  const whole = everyNumber(life, cut);
  const parts = new Map(
    [...new Set([...owner.values(), null])].map((value) => [
      value,
      everyNumber(
        partOf(life, (one) => placeOf(one) === value),
        cut,
        life,
      ),
    ]),
  );
  return (await read(scope, { ...view, by })).flatMap((reading) => [
    ...against(reading, whole[reading.id], view),
    ...(reading.parts ?? []).flatMap((part) => against(part, parts.get(part.dimension?.value ?? null)?.[part.id], view)),
  ]);
}

/** Where a reading is not what it must be. */
export function against(reading: Reading, expected: Expected | undefined, { period, asOf }: View): string[] {
  const { id, dimension } = reading;
  const where = dimension === undefined ? "" : ` of ${dimension.by} ${dimension.value}`;
  return expected === undefined
    ? []
    : disagreements(reading, expected).map((what) => `${period} as of ${asOf.toISOString()}, ${id}${where}: ${what}`);
}

export function cutFor({ rules }: Life, { period, asOf }: View): Cut {
  const days = parsePeriod(period);
  if (days === null) throw new Error(`${period} is no period`);
  return cutOf(days, rules.timeZone, asOf);
}

export async function read(scope: Scope, request: ReadingRequest): Promise<Reading[]> {
  return (await withTenantConnection(scope, ({ sql }) => readMetrics(sql, scope, request), "read")).metrics;
}
