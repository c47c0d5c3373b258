import type { HealthConfig } from "@/lib/health/config";
import type { Inputs } from "@/lib/health/inputs";
import type { Moment } from "@/lib/health/moment";
import { scoreOf } from "@/lib/health/score";
import { standingSql } from "@/lib/health/standing";
import { DIMENSIONS } from "@/lib/kernel/dimension";
import type { Band } from "@/lib/kernel/health-score";
import { Parameters } from "@/lib/ledger/parameters";
import type { Sql } from "@/lib/platform/db";
import type { Scope } from "@/lib/platform/scope";

/** An account on the last day that is made, with what is known of it. */
export type Known = Omit<Inputs, "day"> & { name: string; mrr: number; score: number | null; band: Band; isOverridden: boolean };

/** An account that a draft puts into another band. `isOverridden`: a band set by hand holds, whatever the score says. */
export type Shift = {
  accountId: string;
  name: string;
  mrr: number;
  from: Band;
  to: Band;
  before: number | null;
  after: number | null;
  isOverridden: boolean;
};

export type BandCounts = { [band in Band]: number };

export type Preview = {
  accounts: number;
  before: BandCounts;
  after: BandCounts;
  /** How many change their band, and the MRR they pay. */
  shifted: number;
  shiftedMrr: number;
  flows: { from: Band; to: Band; accounts: number; mrr: number }[];
  /** The largest that change their band. */
  shifts: Shift[];
  /** How many accounts each card of the draft is for. */
  cards: { id: string; accounts: number }[];
};

const MOST = 100;

/** What a draft would make of today: every account's stored inputs, scored by it as they will be once it is published. */
export async function readPreview(sql: Sql, scope: Scope, { day, at }: Moment, config: HealthConfig): Promise<Preview> {
  return previewOf(await readKnown(sql, scope, { day, at }), config);
}

export function previewOf(known: readonly Known[], config: HealthConfig): Preview {
  const scored = known.map((account) => ({ account, now: scoreOf(account, config) }));
  const shifts = scored
    .flatMap(({ account: { accountId, name, mrr, band, score, isOverridden }, now }): Shift[] =>
      now.band === band ? [] : [{ accountId, name, mrr, from: band, to: now.band, before: score, after: now.score, isOverridden }],
    )
    .sort((one, other) => other.mrr - one.mrr || (one.accountId < other.accountId ? -1 : 1));
  return {
    accounts: known.length,
    before: countBands(known.map(({ band }) => band)),
    after: countBands(scored.map(({ now }) => now.band)),
    shifted: shifts.length,
    shiftedMrr: shifts.reduce((sum, { mrr }) => sum + mrr, 0),
    flows: flowsOf(shifts),
    shifts: shifts.slice(0, MOST),
    cards: config.cards.map(({ id }) => ({ id, accounts: scored.filter(({ now }) => now.card === id).length })),
  };
}

function countBands(bands: readonly Band[]): BandCounts {
  const counts: BandCounts = { green: 0, yellow: 0, red: 0, unknown: 0 };
  for (const band of bands) counts[band] += 1;
  return counts;
}

function flowsOf(shifts: readonly Shift[]): Preview["flows"] {
  const flows = new Map<string, Preview["flows"][number]>();
  for (const { from, to, mrr } of shifts) {
    const flow = flows.get(`${from} ${to}`) ?? { from, to, accounts: 0, mrr: 0 };
    flows.set(`${from} ${to}`, { ...flow, accounts: flow.accounts + 1, mrr: flow.mrr + mrr });
  }
  return [...flows.values()].sort((one, other) => other.mrr - one.mrr);
}

type Stored = {
  accountId: string;
  name: string;
  score: number | null;
  tenureDays: number;
  inputs: (number | null)[];
  ages: (number | null)[];
} & {
  [dimension in (typeof DIMENSIONS)[number]]: string | null;
};

async function readKnown(sql: Sql, scope: Scope, { day, at }: Pick<Moment, "day" | "at">): Promise<Known[]> {
  const parameters = new Parameters();
  const standing = await sql<{ account_id: string; mrr: number; computed: Band; is_overridden: boolean }>(
    `SELECT account_id::text, mrr::float8, computed, is_overridden FROM (${standingSql({ day, at, where: {} }, scope, parameters)}) AS s`,
    parameters.values,
  );
  const stored = await sql<Stored>(
    `SELECT h.account_id::text AS "accountId", a.name, h.score, h.tenure_days AS "tenureDays", to_json(h.inputs) AS inputs, to_json(h.ages) AS ages, ${DIMENSIONS.map((dimension) => `d.${dimension}`).join(", ")}
     FROM app.health_day h JOIN app.account a ON a.id = h.account_id
     LEFT JOIN app.account_dimension d ON d.account_id = h.account_id AND d.from_at < $2::timestamptz AND $2::timestamptz <= d.until_at WHERE h.day = $1::text::date`,
    [day, at],
  );
  const money = new Map(standing.map((row) => [row.account_id, row]));
  return stored.map(({ accountId, name, score, tenureDays, inputs, ages, ...dimensions }) => {
    const known = money.get(accountId);
    return {
      accountId,
      name,
      score,
      tenureDays,
      inputs,
      ages,
      dimensions,
      mrr: known?.mrr ?? 0,
      band: known?.computed ?? "unknown",
      isOverridden: known?.is_overridden ?? false,
    };
  });
}
