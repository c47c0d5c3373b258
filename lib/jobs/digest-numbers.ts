import { change, describeChange } from "@/lib/kernel/change";
import { format } from "@/lib/kernel/format";
import { addDays, addMonths, type Day } from "@/lib/kernel/period";
import { describePeriod, periodText } from "@/lib/kernel/period-words";
import { readMetrics } from "@/lib/metrics/read";
import { findMetric } from "@/lib/metrics/registry";
import type { Reading } from "@/lib/metrics/types";
import { listMembers } from "@/lib/people/data";
import { namesOf } from "@/lib/people/rules";
import type { Sql } from "@/lib/platform/db";
import type { Scope } from "@/lib/platform/scope";
import { readTargets } from "@/lib/targets/data";
import { isOver, MONTHS, SPANS, standingOf, startOf, type Target, targetFor } from "@/lib/targets/rules";

const TOLD = ["mrr", "customers", "health-score", "at-risk-mrr", "net-promoter-score", "tickets", "active-users"] as const;

type Week = { period: string; earlier: string; asOf: Date; monday: Day };

/** Which numbers moved in a week, and what was to be reached in the month, quarter and year it ends in, and by whom; in words. */
export async function numbersOf(sql: Sql, scope: Scope, { period, earlier, asOf, monday }: Week): Promise<string> {
  const targets = await targetWords(sql, scope, { asOf, day: addDays(monday, -1) });
  const ids = [...new Set([...TOLD, ...targets.keys()])];
  const now = await readMetrics(sql, scope, { ids, period, asOf });
  const before = await readMetrics(sql, scope, { ids, period: earlier, asOf });
  const compared = now.metrics.map((reading) => {
    const was = before.metrics.find(({ id }) => id === reading.id)?.value ?? null;
    const moved = describeChange(change(reading.value, was, reading.unit));
    const name = nameOf(reading.id);
    const aims = targets.get(reading.id) ?? [];
    const line = `- ${name}: ${written(reading.value, reading)}, was ${written(was, reading)} (${moved})${aims.map((words) => `. ${words}`).join("")}`;
    return { name, line, isTold: reading.value !== was || aims.length > 0 };
  });
  const still = compared.filter(({ isTold }) => !isTold).map(({ name }) => name);
  return [
    "The numbers that moved",
    ...compared.filter(({ isTold }) => isTold).map(({ line }) => line),
    ...(still.length === 0 ? [] : [`As they were: ${still.join(", ")}.`]),
    ...(targets.size === 0 ? ["No number has a target now, so nobody owns one."] : []),
  ].join("\n");
}

/** What is said of the targets that hold on a day, by metric. */
async function targetWords(sql: Sql, scope: Scope, { asOf, day }: { asOf: Date; day: Day }): Promise<Map<string, string[]>> {
  const targets = await readTargets(sql, scope);
  const told = new Map<string, string[]>();
  if (targets.length === 0) return told;
  const names = namesOf(await listMembers(sql, scope));
  for (const span of SPANS) {
    const start = startOf(span, day);
    const place = { kind: span, start, end: addMonths(start, MONTHS[span]) };
    const metrics = [...new Set(targets.map(({ metric }) => metric))].filter((id) => findMetric(id) !== undefined);
    const held = metrics.flatMap((id) => targetFor(targets, id, place) ?? []);
    if (held.length === 0) continue;
    const period = periodText(place);
    const { metrics: readings } = await readMetrics(sql, scope, { ids: held.map(({ metric }) => metric), period, asOf });
    for (const target of held) {
      const reading = readings.find(({ id }) => id === target.metric);
      if (!reading) continue;
      const owner = target.owner ? `${names[target.owner.email] ?? target.owner.email} owns it` : "nobody owns it";
      told.set(target.metric, [...(told.get(target.metric) ?? []), `${aimWords(target, reading, period)}; ${owner}`]);
    }
  }
  return told;
}

function aimWords(target: Target, reading: Reading, period: string): string {
  const better = findMetric(target.metric)?.face.better ?? "neither";
  const standing = standingOf(reading.value, target.value, { unit: reading.unit, better, isOver: isOver(target, reading) });
  const so = standing ? `, ${standing.words} with ${written(reading.value, reading)}` : "";
  return `Target for ${describePeriod(period)}: ${written(target.value, reading)}${so}`;
}

function written(value: number | null, { id, unit, currency }: Reading): string {
  return format(value, { unit, currency, digits: findMetric(id)?.face.digits });
}

function nameOf(id: string): string {
  return findMetric(id)?.face.name ?? id;
}
