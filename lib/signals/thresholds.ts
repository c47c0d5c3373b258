import { createHash } from "node:crypto";
import { Parameters } from "@/lib/ledger/parameters";
import type { Sql } from "@/lib/platform/db";
import type { Scope } from "@/lib/platform/scope";
import { SIGNALS } from "@/lib/signals/registry";
import type { House, Signal, Thresholds } from "@/lib/signals/signal";
import { readSettings } from "@/lib/workspaces/settings";

/** A signal as a workspace has it. */
export type Tuned = {
  readonly signal: Signal;
  readonly enabled: boolean;
  readonly thresholds: Thresholds;
  readonly house: House;
};

type Row = { kind: string; enabled: boolean; thresholds: Record<string, unknown> };

/** Every signal with the thresholds that hold: those set, its own for the rest. One that is set and no longer within its range is left at its own. */
export async function readTuned(sql: Sql, scope: Scope): Promise<Tuned[]> {
  const rows = await sql<Row>("SELECT kind, enabled, thresholds FROM app.signal_setting");
  const { value_within_days } = await readSettings(sql, scope);
  const house = { timeZone: scope.timeZone, valueWithinDays: value_within_days };
  return SIGNALS.map((signal) => {
    const row = rows.find(({ kind }) => kind === signal.face.id);
    const thresholds = signal.face.thresholds.map(({ id, min, max, default: own }) => {
      const set = Number(row?.thresholds[id] ?? Number.NaN);
      return [id, set >= min && set <= max ? set : own];
    });
    return { signal, enabled: row?.enabled ?? true, thresholds: Object.fromEntries(thresholds), house };
  });
}

/** Changes with whatever decides when the signal is raised: what was made by another is made again. */
export function definitionOf({ signal, enabled, thresholds, house }: Tuned): string {
  if (!enabled) return "off";
  const parameters = new Parameters();
  const text = signal.rows(parameters, thresholds, house);
  return createHash("sha256")
    .update(JSON.stringify([text, parameters.values, signal.lingers ?? 0]))
    .digest("hex")
    .slice(0, 16);
}
