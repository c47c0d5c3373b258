import { refreshHealth } from "@/lib/health/refresh";
import { type Refreshed, refresh } from "@/lib/ledger/refresh";
import { now } from "@/lib/platform/clock";
import type { Scope } from "@/lib/platform/scope";

/** Brings everything that is made from the records up to date: the ledger, its sums, and every account's days of health. */
export async function bringUpToDate(scope: Scope, asOf = now()): Promise<Refreshed> {
  const begun = performance.now();
  const refreshed = await refresh(scope, asOf);
  await refreshHealth(scope, asOf);
  return { ...refreshed, seconds: Math.round(performance.now() - begun) / 1_000 };
}
