import type { Comparison } from "@/lib/ledger/rebuild";
import { refresh } from "@/lib/ledger/refresh";
import { periodKey } from "@/lib/metrics/instants";
import { KEPT_GROUPS } from "@/lib/metrics/kept/groups";
import { keepSums } from "@/lib/metrics/kept/keep";
import { readKept } from "@/lib/metrics/kept/read";
import { type Sums, type SumsRow, sumLive } from "@/lib/metrics/sums";
import { now } from "@/lib/platform/clock";
import { type Sql, withTenantConnection } from "@/lib/platform/db";
import type { Scope } from "@/lib/platform/scope";
import { readSettings } from "@/lib/workspaces/settings";

/** Durations are added up as doubles, whose last digits depend on the order. */
const SAME = 1e-9;

/** Throws every kept sum away and reads it again from the records. */
export async function rebuildKept(scope: Scope): Promise<Comparison["tables"]> {
  await withTenantConnection(scope, ({ sql }) => sql("DELETE FROM app.kept_sums"));
  await refresh(scope, now(), keepSums);
  return withTenantConnection(scope, async ({ sql }) => ({ kept_sums: { rows: (await keptPeriods(sql)).length, different: 0 } }), "read");
}

/** Reads the kept sums again from the records, and compares; nothing is changed. */
export async function checkKept(scope: Scope): Promise<Comparison["tables"]> {
  await refresh(scope, now(), keepSums);
  return withTenantConnection(
    scope,
    async ({ sql }) => {
      const asOf = now();
      const all = await keptPeriods(sql);
      const request = { by: null, where: {}, asOf, scope, settings: await readSettings(sql, scope) };
      const found = { rows: 0, different: 0 };
      for (const { relation, metrics } of KEPT_GROUPS) {
        const periods = all.filter((kept) => kept.relation === relation.id).map(({ start, end }) => ({ start, end }));
        const kept = await readKept(sql, { ...request, metrics, periods });
        const live = new Map((await sumLive(sql, { ...request, metrics, periods })).map((row) => [periodKey(row.period), row]));
        found.rows += kept.length; // what changed since the refresh is read from its rows
        found.different += kept.filter((row) => !isSame(row, live.get(periodKey(row.period)))).length;
      }
      return { kept_sums: found };
    },
    "read",
  );
}

function keptPeriods(sql: Sql): Promise<{ relation: string; start: string; end: string }[]> {
  return sql("SELECT relation, period_start::text AS start, period_end::text AS end FROM app.kept_sums");
}

function isSame({ sums }: SumsRow, live: SumsRow | undefined): boolean {
  const ids = new Set([...sums.keys(), ...(live?.sums.keys() ?? [])]);
  return [...ids].every((id) => {
    const [one, other] = [figuresOf(sums.get(id)), figuresOf(live?.sums.get(id))];
    return one.length === other.length && one.every((figure, place) => isNear(figure, other[place]));
  });
}

function figuresOf(sums: Sums | undefined): (number | null)[] {
  if (sums === undefined) return [];
  const { numerator, denominator, value, rows, squares, details } = sums;
  return [numerator, denominator, value, rows, squares, ...Object.values(details)].map((figure) => figure ?? null);
}

function isNear(one: number | null, other: number | null | undefined): boolean {
  if (one === null || other == null) return one === (other ?? null);
  return Math.abs(one - other) <= SAME * Math.max(1, Math.abs(one), Math.abs(other));
}
