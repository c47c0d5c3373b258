import { refreshDays, refreshHealth } from "@/lib/health/refresh";
import { addDays } from "@/lib/kernel/period";
import { dayAt } from "@/lib/kernel/zone";
import { type Refreshed, refresh } from "@/lib/ledger/refresh";
import { keepSums } from "@/lib/metrics/kept/keep";
import { checkRequest } from "@/lib/metrics/request";
import type { ReadingRequest } from "@/lib/metrics/types";
import { now } from "@/lib/platform/clock";
import type { Scope } from "@/lib/platform/scope";
import { keepSignals, refreshSignals } from "@/lib/signals/refresh";

/** Brings everything that is made from the records up to date: the ledger, its sums, every account's days of health, and its signals. */
export async function bringUpToDate(scope: Scope, asOf = now()): Promise<Refreshed> {
  const begun = performance.now();
  const refreshed = await refresh(scope, asOf, keepSums);
  await bringHealthUpToDate(scope, asOf);
  return { ...refreshed, seconds: Math.round(performance.now() - begun) / 1_000 };
}

/** The part of it that stands on the ledger: every account's days of health, and its signals. Accounts whose ledger is behind their records are left for when it is not. */
export async function bringHealthUpToDate(scope: Scope, asOf = now()): Promise<void> {
  await refreshHealth(scope, asOf, keepSignals);
  await refreshSignals(scope);
}

/** All of it as far as a reading needs it: of health, the days its periods end with. */
export async function bringReadingUpToDate(scope: Scope, request: ReadingRequest): Promise<void> {
  const { metrics, period, trend } = checkRequest(request);
  await refresh(scope);
  if (!metrics.some(({ face }) => face.group === "Health")) return;
  const today = dayAt(now(), scope.timeZone);
  const asOf = request.asOf === undefined ? today : dayAt(request.asOf, scope.timeZone);
  const ends = [period, ...trend].map(({ end }) => addDays(end, -1));
  const days = ends.flatMap((end) => (end < asOf ? [end] : [addDays(asOf, -1), asOf])).filter((day) => day <= today);
  await refreshDays(scope, [...new Set(days)].sort(), keepSignals);
}
