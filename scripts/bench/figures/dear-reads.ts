import { BUILT_IN } from "@/lib/health/config";
import { readPreviewOf } from "@/lib/health/data";
import { median } from "@/lib/kernel/percentile";
import { readCohorts } from "@/lib/metrics/cohorts";
import { readMetrics } from "@/lib/metrics/read";
import { metrics } from "@/lib/metrics/registry";
import { now } from "@/lib/platform/clock";
import { type Sql, withTenantConnection } from "@/lib/platform/db";
import type { Scope } from "@/lib/platform/scope";
import { TODAY } from "../data/size";
import { type Figures, timed } from "../measure";

const PERIOD = `t12m:${TODAY.slice(0, 7)}`;
const TIMES = 3;
const SLOWEST = 12;

const reading = (id: string, trend: number) => (sql: Sql, scope: Scope) =>
  readMetrics(sql, scope, { ids: [id], period: PERIOD, trend, asOf: now() });

const READS: readonly (readonly [string, (sql: Sql, scope: Scope) => Promise<unknown>])[] = [
  ["feature adoption with 24 trailing years", reading("feature-adoption-rate", 24)],
  ["a draft of scorecards, previewed", (sql, scope) => readPreviewOf(sql, scope, { config: BUILT_IN })],
  ["cohorts over 36 months", (sql, scope) => readCohorts(sql, scope, { months: 36, asOf: now() })],
];

export const dearReads: Figures = {
  id: "dear-reads",
  what: `Reads that are dear, and the ${SLOWEST} slowest metrics with a trend of 12 trailing years`,
  async read({ scope }) {
    const once = (work: (sql: Sql, scope: Scope) => Promise<unknown>) =>
      timed(() => withTenantConnection(scope, ({ sql }) => work(sql, scope), "work"));
    const told = [];
    for (const [name, work] of READS) {
      const taken = [];
      for (let time = 0; time < TIMES; time += 1) taken.push(await once(work));
      told.push({ name, value: median(taken) ?? 0, unit: "ms" });
    }
    const each = [];
    for (const { face } of metrics) each.push({ name: face.id, value: await once(reading(face.id, 12)), unit: "ms" });
    return [...told, ...each.sort((one, other) => other.value - one.value).slice(0, SLOWEST)];
  },
};
