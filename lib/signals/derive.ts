import type { GridRequest } from "@/lib/health/grid";
import { makeGrid } from "@/lib/health/inputs";
import type { Day } from "@/lib/kernel/period";
import { Parameters } from "@/lib/ledger/parameters";
import type { Sql } from "@/lib/platform/db";
import { type Met, type Spell, spellsOf } from "@/lib/signals/spells";
import type { Tuned } from "@/lib/signals/thresholds";

/**
 * Makes the spells of signals over a stretch of days again, for some accounts (all where null): what lies before stands, what lies after is cut off, for it is
 * made next. Stands on the `grid` of those accounts and days, and on their health.
 */
export async function deriveSignals(sql: Sql, { accounts, days, timeZone }: GridRequest, tuned: readonly Tuned[]): Promise<void> {
  const [first] = days;
  if (first === undefined || tuned.length === 0) return;
  const kinds = tuned.map(({ signal }) => signal.face.id);
  const before = await openBefore(sql, { accounts, kinds, first });
  const met = await metOn(sql, tuned);
  const keyed = grouped(met);
  const concerned = [...new Set([...before, ...met].map(({ accountId }) => accountId))];
  const gone = await goneOn(sql, concerned, days);
  const open = await asBefore(sql, { before, first, timeZone, tuned });
  const spells = [...new Set([...open.keys(), ...keyed.keys()])].flatMap((key) => {
    const [spell, found] = [open.get(key) ?? null, keyed.get(key) ?? []];
    const { accountId = "", kind = "" } = spell ?? found[0] ?? {};
    return spellsOf(days, { open: spell, met: found, gone: gone.get(accountId) ?? new Set(), lingers: lingersOf(tuned, kind) });
  });
  await replace(sql, { accounts, kinds, first, spells });
}

type Cut = { readonly accounts: GridRequest["accounts"]; readonly kinds: readonly string[]; readonly first: Day };

function openBefore(sql: Sql, { accounts, kinds, first }: Cut): Promise<Spell[]> {
  return sql<Spell>(
    `SELECT account_id::text AS "accountId", kind, reason, from_day::text AS "fromDay", last_day::text AS "lastDay", NULL AS "untilDay", strength, detail
     FROM app.signal WHERE kind = ANY($1::text[]) AND ($2::uuid[] IS NULL OR account_id = ANY($2::uuid[]))
       AND from_day < $3::date AND (until_day IS NULL OR until_day >= $3::date)`,
    [kinds, accounts, first],
  );
}

async function metOn(sql: Sql, tuned: readonly Tuned[]): Promise<Met[]> {
  const met: Met[] = [];
  for (const { signal, thresholds, house } of tuned) {
    const parameters = new Parameters();
    const rows = signal.rows(parameters, thresholds, house);
    const found = await sql<Omit<Met, "kind">>(
      `SELECT account_id::text AS "accountId", day::text AS day, reason, greatest(0, least(1, strength))::float8 AS strength, detail FROM (${rows}) AS met`,
      parameters.values,
    );
    met.push(...found.map((each) => ({ ...each, kind: signal.face.id })));
  }
  return met;
}

/** The days on which accounts are not in the grid. */
async function goneOn(sql: Sql, accounts: readonly string[], days: readonly Day[]): Promise<Map<string, ReadonlySet<Day>>> {
  const rows = await sql<{ id: string; days: Day[] }>(
    `SELECT id::text, array_agg(day::text) AS days FROM unnest($1::uuid[]) AS id CROSS JOIN unnest($2::date[]) AS day
     WHERE NOT EXISTS (SELECT FROM grid g WHERE g.account_id = id AND g.day = day) GROUP BY 1`,
    [accounts, days],
  );
  return new Map(rows.map((row) => [row.id, new Set(row.days)]));
}

/**
 * The spells that were open before the first day, as they then were. One that was met later too has forgotten that, so its last days before are looked at
 * again: this makes another grid.
 */
async function asBefore(
  sql: Sql,
  { before, first, timeZone, tuned }: { before: readonly Spell[]; first: Day; timeZone: string; tuned: readonly Tuned[] },
): Promise<Map<string, Spell>> {
  const open = new Map(before.map((spell) => [keyOf(spell), spell]));
  const accounts = [...new Set(before.filter(({ lastDay }) => lastDay >= first).map(({ accountId }) => accountId))];
  if (accounts.length === 0) return open;
  const rows = await sql<{ day: Day }>(
    `WITH kept AS MATERIALIZED (SELECT DISTINCT day FROM app.health_day WHERE account_id = ANY($1::uuid[]) AND day < $2::date)
     SELECT day::text FROM kept WHERE day >= (SELECT max(day) FROM kept) - $3::int ORDER BY kept.day`,
    [accounts, first, Math.max(...tuned.map(({ signal }) => signal.lingers ?? 0))],
  );
  await makeGrid(sql, { accounts, days: rows.map(({ day }) => day), timeZone });
  for (const { day: lastDay, ...last } of sorted(await metOn(sql, tuned))) {
    const spell = open.get(keyOf(last));
    if (spell && (spell.lastDay >= first || spell.lastDay < lastDay)) open.set(keyOf(last), { ...spell, ...last, lastDay });
  }
  return open;
}

async function replace(sql: Sql, { accounts, kinds, first, spells }: Cut & { spells: readonly Spell[] }): Promise<void> {
  await sql(
    `DELETE FROM app.signal s WHERE ($2::uuid[] IS NULL OR account_id = ANY($2::uuid[])) AND (
       kind = ANY($1::text[]) AND (until_day IS NULL OR until_day >= $3::date OR from_day >= $3::date)
       OR NOT EXISTS (SELECT FROM app.account a WHERE a.id = s.account_id))`,
    [kinds, accounts, first],
  );
  await sql(
    `INSERT INTO app.signal (workspace_id, account_id, kind, reason, from_day, last_day, until_day, strength, detail)
     SELECT app.tenant(), account_id, kind, reason, from_day, last_day, until_day, strength, detail::jsonb
     FROM unnest($1::uuid[], $2::text[], $3::text[], $4::date[], $5::date[], $6::date[], $7::float8[], $8::text[])
       AS made(account_id, kind, reason, from_day, last_day, until_day, strength, detail)
     WHERE EXISTS (SELECT FROM app.account a WHERE a.id = made.account_id)`,
    [
      spells.map(({ accountId }) => accountId),
      spells.map(({ kind }) => kind),
      spells.map(({ reason }) => reason),
      spells.map(({ fromDay }) => fromDay),
      spells.map(({ lastDay }) => lastDay),
      spells.map(({ untilDay }) => untilDay),
      spells.map(({ strength }) => strength),
      spells.map(({ detail }) => JSON.stringify(detail)),
    ],
  );
}

function lingersOf(tuned: readonly Tuned[], kind: string): number {
  return tuned.find(({ signal }) => signal.face.id === kind)?.signal.lingers ?? 0;
}

function grouped(met: readonly Met[]): Map<string, Met[]> {
  const keyed = new Map<string, Met[]>();
  for (const each of met) {
    const key = keyOf(each);
    const known = keyed.get(key);
    if (known) known.push(each);
    else keyed.set(key, [each]);
  }
  return keyed;
}

function sorted(met: readonly Met[]): Met[] {
  return [...met].sort((a, b) => (a.day < b.day ? -1 : 1));
}

function keyOf({ accountId, kind, reason }: Pick<Met, "accountId" | "kind" | "reason">): string {
  return `${accountId} ${kind} ${reason}`;
}
