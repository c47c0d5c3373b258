import { overridesSql } from "@/lib/accounts/overrides";
import { changeBetween, type ScoreChange } from "@/lib/health/change";
import type { MeasureFace } from "@/lib/health/measure";
import type { Moment } from "@/lib/health/moment";
import { MEASURES } from "@/lib/health/registry";
import { type Part, scoreBy } from "@/lib/health/score";
import { readStoredDays, sideOf } from "@/lib/health/stored";
import { readVersions } from "@/lib/health/versions";
import type { Band, BandEdges } from "@/lib/kernel/health-score";
import { addDays, type Day } from "@/lib/kernel/period";
import { Parameters } from "@/lib/ledger/parameters";
import type { Sql } from "@/lib/platform/db";
import type { Scope } from "@/lib/platform/scope";

export type Override = { id: string; band: Band; reason: string; author: string; on: Day; untilOn: Day };

/** One day of an account's line. `band` is the score's own. */
export type ScoredDay = { day: Day; score: number | null; band: Band; version: number };

/** A band that was set by hand, with the days on which it held. */
export type PastOverride = Override & { endedOn: Day | null };

export type AccountHealth = {
  day: Day;
  score: number | null;
  coverage: number;
  /** The score's own band. */
  computed: Band;
  /** The one that counts: the override's while it holds. */
  band: Band;
  override: Override | null;
  parts: readonly Part[];
  faces: MeasureFace[];
  card: string;
  version: number;
  bands: BandEdges;
  /** Against the day 30 before, or the first there is after it. */
  change: { since: Day; change: ScoreChange } | null;
  history: ScoredDay[];
  overrides: PastOverride[];
};

const CHANGE_DAYS = 30;
const HISTORY_DAYS = 180;

/** An account's health on the last day that is made, with why; null where it is not scored then. */
export async function readAccount(sql: Sql, scope: Scope, accountId: string, { day, at }: Moment): Promise<AccountHealth | null> {
  const history = await sql<ScoredDay>(
    "SELECT day::text AS day, score, band, version FROM app.health_day WHERE account_id = $1::uuid AND day > $2::date AND day <= $3::date ORDER BY 1",
    [accountId, addDays(day, -HISTORY_DAYS), day],
  );
  if (history.at(-1)?.day !== day) return null;
  const since = history.find((each) => each.day >= addDays(day, -CHANGE_DAYS))?.day ?? day;
  const stored = await readStoredDays(sql, { accounts: [accountId], days: [since, day] });
  const versions = await readVersions(sql);
  const [first] = stored;
  const last = stored.at(-1);
  if (!first || !last) return null;
  const side = sideOf(last, versions);
  const card = side.config.cards.find(({ id }) => id === last.card) ?? side.config.cards.at(-1);
  if (!card) return null;
  const { score, coverage, band, parts } = scoreBy(card, last, side.config);
  const override = await findOverride(sql, scope, accountId, at);
  return {
    ...{ day, score, coverage, override, parts },
    computed: band,
    band: override?.band ?? band,
    faces: MEASURES.map(({ face }) => face),
    card: card.name,
    version: last.version,
    bands: side.config.bands,
    change: since === day ? null : { since, change: changeBetween(sideOf(first, versions), side) },
    history,
    overrides: await listOverrides(sql, scope, accountId, at),
  };
}

async function findOverride(sql: Sql, scope: Scope, accountId: string, at: Date): Promise<Override | null> {
  const parameters = new Parameters();
  const running = overridesSql(parameters.place(at, "timestamptz"));
  const zone = parameters.place(scope.timeZone, "text");
  const [found] = await sql<Override>(
    `SELECT o.id::text, o.band, o.reason, o.author, (o.at AT TIME ZONE ${zone})::date::text AS "on", (o.until_at AT TIME ZONE ${zone} - interval '1 microsecond')::date::text AS "untilOn"
     FROM (${running}) AS o WHERE o.account_id = ${parameters.place(accountId, "uuid")}`,
    parameters.values,
  );
  return found ?? null;
}

async function listOverrides(sql: Sql, scope: Scope, accountId: string, at: Date): Promise<PastOverride[]> {
  return sql(
    `SELECT id::text, band, reason, author, (at AT TIME ZONE $2)::date::text AS "on", (until_at AT TIME ZONE $2 - interval '1 microsecond')::date::text AS "untilOn",
       (ended_at AT TIME ZONE $2)::date::text AS "endedOn"
     FROM app.health_override WHERE account_id = $1::uuid AND at < $3::timestamptz ORDER BY at DESC LIMIT 20`,
    [accountId, scope.timeZone, at],
  );
}
