import "server-only";
import { can } from "@/lib/people/matrix";
import { now } from "@/lib/platform/clock";
import { withTenant } from "@/lib/platform/db";
import { requireScope } from "@/lib/platform/session";
import { type OpenSignal, openSignals } from "@/lib/signals/data";
import { type Precedence, readPrecedence } from "@/lib/signals/precedence";
import type { SignalFace, Thresholds } from "@/lib/signals/signal";
import { readTuned } from "@/lib/signals/thresholds";

/** A signal as its settings show it. */
export type SignalView = {
  readonly face: SignalFace;
  readonly enabled: boolean;
  readonly thresholds: Thresholds;
  /** How many accounts have it open now, and how many of those are snoozed. */
  readonly open: number;
  readonly snoozed: number;
  readonly precedence: Precedence;
};

export type SignalsView = { readonly workspace: string; readonly mayChange: boolean; readonly signals: readonly SignalView[] };

export async function loadSignals(slug: string): Promise<SignalsView> {
  const scope = await requireScope(slug, "/w/[workspace]/settings/signals");
  const [tuned, open, precedences] = await withTenant(
    scope,
    async ({ sql }) =>
      [await readTuned(sql, scope), await openSignals(sql, scope, { withSnoozed: true }), await readPrecedence(sql, scope, now())] as const,
    "read",
  );
  const signals = precedences.flatMap((precedence): SignalView[] => {
    const found = tuned.find(({ signal }) => signal.face.id === precedence.kind);
    if (found === undefined) return [];
    const here = open.filter(({ kind }) => kind === precedence.kind);
    const { enabled, thresholds, signal } = found;
    return [
      {
        face: signal.face,
        enabled,
        thresholds,
        open: accountsIn(here),
        snoozed: accountsIn(here.filter(({ snooze }) => snooze !== null)),
        precedence,
      },
    ];
  });
  return { workspace: slug, mayChange: can(scope.actor.role, "signal.change-settings"), signals };
}

function accountsIn(open: readonly OpenSignal[]): number {
  return new Set(open.map(({ accountId }) => accountId)).size;
}
