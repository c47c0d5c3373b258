import { deriveDays } from "@/lib/health/days";
import { readInputs } from "@/lib/health/inputs";
import { MEASURES } from "@/lib/health/registry";
import { lockHealth } from "@/lib/health/state";
import { readVersions } from "@/lib/health/versions";
import { type Sql, withTenantConnection } from "@/lib/platform/db";
import type { Scope } from "@/lib/platform/scope";
import { INPUTS_BY_HAND } from "../by-hand/inputs";
import { TODAY } from "../data/size";
import { inTurns, mustAgree, type Ratio, timed } from "../measure";

type Told = { account: string; values: (number | null)[] };

export const dailyHealth: Ratio = {
  id: "daily-health",
  what: "A day of health for every account",
  numerator: "inputs read, scored and stored",
  denominator: "the same inputs read once by plain SQL for one day",
  unit: "ms",
  reach: { atMost: 5 },
  async measure({ scope, options }) {
    const request = { accounts: null, days: [TODAY], timeZone: scope.timeZone };
    const ours = async (sql: Sql) => deriveDays(sql, request, await readVersions(sql));
    const theirs = (sql: Sql) => sql<Told>(INPUTS_BY_HAND);
    const known = new Map((await inOne(scope, (sql) => readInputs(sql, request))).map(({ accountId, inputs }) => [accountId, inputs]));
    const byHand = await inOne(scope, theirs);
    mustAgree("accounts", [known.size], [byHand.length]);
    for (const [place, { face }] of MEASURES.entries()) {
      mustAgree(
        face.id,
        byHand.map(({ account }) => known.get(account)?.[place] ?? null),
        byHand.map(({ values }) => values[place] ?? null),
      );
    }
    return inTurns(
      options.repeats,
      () => timed(() => inOne(scope, ours)),
      () => timed(() => inOne(scope, theirs)),
    );
  },
};

function inOne<T>(scope: Scope, work: (sql: Sql) => Promise<T>): Promise<T> {
  return withTenantConnection(scope, async ({ sql }) => {
    await lockHealth(sql);
    await sql("SET LOCAL work_mem = '64MB'");
    return work(sql);
  });
}
