import { createHash } from "node:crypto";
import { DEFINITION as LEDGER } from "@/lib/ledger/definition";
import { Parameters } from "@/lib/ledger/parameters";
import { isDerived, type MeasuredMetric } from "@/lib/metrics/definition";
import { metrics } from "@/lib/metrics/registry";
import type { Relation } from "@/lib/metrics/relation";
import { liveSql, type SumsRequest } from "@/lib/metrics/sums";

/** The metrics of one relation whose sums are kept; one statement reads them. */
export type KeptGroup = {
  readonly relation: Relation;
  readonly kept: NonNullable<Relation["kept"]>;
  readonly metrics: readonly MeasuredMetric[];
};

const measured = metrics.flatMap((metric) => (isDerived(metric) ? [] : [metric]));

/** Every relation whose sums are kept. */
export const KEPT_GROUPS: readonly KeptGroup[] = [...new Set(measured.map(({ relation }) => relation))].flatMap((relation) => {
  const { kept } = relation;
  if (kept === undefined) return [];
  return [{ relation, kept, metrics: measured.filter((metric) => metric.relation === relation && metric.cut === "whole") }];
});

const MONTH = { start: "2000-01-01", end: "2000-02-01" };

/**
 * By what sums were read: changes with the statements, with what they are read from, and with the settings. Sums of another definition are not believed.
 * Of the statements and not of the functions that write them, whose text a bundler changes.
 */
export function definitionOf({ settings, scope: { currency, timeZone } }: Pick<SumsRequest, "settings" | "scope">): string {
  const key = JSON.stringify([settings, currency, timeZone]);
  if (last.key !== key) last = { key, definition: hashed({ settings, scope: { currency, timeZone } }) };
  return last.definition;
}

let last = { key: "", definition: "" };

function hashed({ settings, scope }: Pick<SumsRequest, "settings" | "scope">): string {
  const hash = createHash("sha256").update(LEDGER);
  for (const { relation, kept, metrics: its } of KEPT_GROUPS) {
    const [first] = its;
    if (first === undefined) continue;
    const parameters = new Parameters();
    const request = { metrics: its, periods: [MONTH], by: null, where: {}, asOf: new Date(0), scope, settings };
    hash.update(liveSql(first, request, parameters));
    hash.update(JSON.stringify([parameters.values, relation.id, kept, kept.settles?.(settings)]));
  }
  return hash.digest("hex").slice(0, 16);
}
