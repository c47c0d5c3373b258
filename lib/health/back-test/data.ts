import { AHEAD_DAYS, type History, readHistory } from "@/lib/health/back-test/history";
import type { Missed, Spared } from "@/lib/health/back-test/lists";
import { type Verdict, verdictOf } from "@/lib/health/back-test/verdict";
import { type Beginners, readBeginners } from "@/lib/health/features/first-use";
import { type FeatureRecord, featureRetention } from "@/lib/health/features/retention";
import { isHealthStale } from "@/lib/health/state";
import { readVersions, type Version, versionOn } from "@/lib/health/versions";
import { addDays, type Day } from "@/lib/kernel/period";
import { dayAt } from "@/lib/kernel/zone";
import type { Sql } from "@/lib/platform/db";
import type { Scope } from "@/lib/platform/scope";

type Named = { readonly name: string };

/** The accounts a list speaks of by name: the first of them, and how many there are. */
export type Listed<One> = { readonly all: number; readonly shown: readonly (One & Named)[] };

export type BackTest = {
  readonly versions: readonly Pick<Version, "number" | "fromDay">[];
  readonly version: Version;
  readonly current: number;
  readonly verdict: Verdict;
  readonly missed: Listed<Missed>;
  readonly spared: Listed<Spared & { readonly renewedOn: Day | null }>;
  readonly features: {
    readonly records: readonly FeatureRecord[];
    readonly followedDays: number;
    readonly accounts: number;
    readonly leftBefore: number;
  };
  readonly stale: boolean;
};

const SHOWN = 25;

/** What the back-test of a version shows (the one in force where the number is none), with the history it rests on. */
export async function readBackTest(
  sql: Sql,
  scope: Scope,
  { version: number, asOf }: { version: number | null; asOf: Date },
): Promise<{ backTest: BackTest; history: History }> {
  const versions = await readVersions(sql);
  const held = versionOn(versions, dayAt(asOf, scope.timeZone));
  const version = versions.find((each) => each.number === number) ?? held;
  const history = await readHistory(sql, scope, { asOf, config: version.config });
  const verdict = verdictOf(history, version.config);
  const [missed, spared] = verdict.kind === "judged" ? [verdict.missed, verdict.spared] : [[], []];
  const names = await readNames(
    sql,
    [...missed.slice(0, SHOWN), ...spared.slice(0, SHOWN)].map(({ accountId }) => accountId),
  );
  const nameOf = (accountId: string) => names.get(accountId)?.name ?? "";
  const renewedOn = ({ accountId, day }: Spared) =>
    names.get(accountId)?.renewed.find((renewed) => renewed > day && renewed <= addDays(day, AHEAD_DAYS)) ?? null;
  const backTest = {
    versions: versions.map((each) => ({ number: each.number, fromDay: each.fromDay })),
    version,
    current: held.number,
    verdict,
    missed: { all: missed.length, shown: missed.slice(0, SHOWN).map((one) => ({ ...one, name: nameOf(one.accountId) })) },
    spared: {
      all: spared.length,
      shown: spared.slice(0, SHOWN).map((one) => ({ ...one, name: nameOf(one.accountId), renewedOn: renewedOn(one) })),
    },
    features: recorded(await readBeginners(sql, scope, asOf)),
    stale: await isHealthStale(sql, scope, asOf),
  };
  return { backTest, history };
}

function recorded(beginners: Beginners): BackTest["features"] {
  const { accounts, followedDays, leftBefore } = beginners;
  return { records: featureRetention(beginners), followedDays, leftBefore, accounts: accounts.length };
}

async function readNames(sql: Sql, ids: readonly string[]): Promise<Map<string, { name: string; renewed: Day[] }>> {
  const rows = await sql<{ id: string; name: string; renewed: Day[] }>(
    `SELECT a.id::text, a.name, coalesce((SELECT json_agg(c.renewed_on ORDER BY c.renewed_on) FROM app.contract c
       WHERE c.account_id = a.id AND c.renewed_on IS NOT NULL), '[]'::json) AS renewed
     FROM app.account a WHERE a.id = ANY($1::uuid[])`,
    [[...new Set(ids)]],
  );
  return new Map(rows.map(({ id, ...row }) => [id, row]));
}
