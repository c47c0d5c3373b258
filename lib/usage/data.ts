import { addDays, type Day } from "@/lib/kernel/period";
import { dayAt } from "@/lib/kernel/zone";
import type { Sql } from "@/lib/platform/db";
import { type Page, pageOf, readCursor } from "@/lib/platform/keyset";
import type { Scope } from "@/lib/platform/scope";

/** Use of one feature by one account, in stretches of 30 whole days that end with yesterday. */
export type FeatureUse = {
  feature: string;
  /** Uses in the last 30 days, in the 30 before, and so on back, seven stretches in all; none before its first use. */
  stretches: (number | null)[];
  users: number;
  /** The median use of its peers in the last 30 days, those included that do not use it; null where it has none. */
  peers: number | null;
};

export type AccountUse = { features: FeatureUse[]; peers: number; segment: string | null; lastOn: Day | null };

const STRETCH = 30;
const STRETCHES = 7;

// As many as a median needs, of a segment that may have a hundred thousand; by id, which is as good as drawn by lot.
const PEERS = 200;

/** What an account does with the product, against its own past and against customers of the same segment. */
export async function readUse(sql: Sql, scope: Scope, accountId: string, asOf: Date): Promise<AccountUse> {
  const today = dayAt(asOf, scope.timeZone);
  const from = addDays(today, -STRETCH * STRETCHES);
  const features = await sql<FeatureUse>(
    `WITH own AS (
       SELECT u.feature, ($3::date - 1 - u.day) / ${STRETCH} AS stretch, u.user_name, u.events, u.day FROM app.usage_day u
       WHERE u.account_id = $1::uuid AND u.day >= $2::date AND u.day < $3::date),
     began AS (
       SELECT u.feature, ($3::date - 1 - min(u.day)) / ${STRETCH} AS stretch FROM app.usage_day u WHERE u.account_id = $1::uuid AND u.day < $3::date GROUP BY 1)
     SELECT b.feature, (SELECT array_agg(CASE WHEN n <= b.stretch THEN coalesce((SELECT sum(o.events) FROM own o WHERE o.feature = b.feature AND o.stretch = n), 0)::int END ORDER BY n)
         FROM generate_series(0, ${STRETCHES - 1}) AS n) AS stretches,
       (SELECT count(DISTINCT o.user_name)::int FROM own o WHERE o.feature = b.feature AND o.stretch = 0 AND o.user_name <> '') AS users, NULL AS peers
     FROM began b ORDER BY (SELECT coalesce(sum(o.events), 0) FROM own o WHERE o.feature = b.feature AND o.stretch = 0) DESC, b.feature LIMIT 100`,
    [accountId, from, today],
  );
  const peers = await readPeers(
    sql,
    accountId,
    { today, asOf },
    features.map(({ feature }) => feature),
  );
  const [last] = await sql<{ day: Day | null }>(
    "SELECT max(day)::text AS day FROM app.usage_day WHERE account_id = $1::uuid AND day <= $2::date",
    [accountId, today],
  );
  return {
    features: features.map((one) => ({ ...one, peers: peers.medians.get(one.feature) ?? null })),
    peers: peers.accounts,
    segment: peers.segment,
    lastOn: last?.day ?? null,
  };
}

async function readPeers(sql: Sql, accountId: string, { today, asOf }: { today: Day; asOf: Date }, features: readonly string[]) {
  const rows = await sql<{ feature: string; median: number | null; accounts: number; segment: string | null }>(
    `WITH me AS (SELECT segment FROM app.account_dimension WHERE account_id = $1::uuid AND from_at < $2::timestamptz AND $2::timestamptz <= until_at),
     peer AS (
       SELECT d.account_id FROM app.account_dimension d JOIN me ON d.segment IS NOT DISTINCT FROM me.segment
       WHERE d.from_at < $2::timestamptz AND $2::timestamptz <= d.until_at AND d.account_id <> $1::uuid AND EXISTS (
         SELECT 1 FROM app.mrr_movement m WHERE m.account_id = d.account_id AND m.at < $2::timestamptz AND $2::timestamptz <= m.until_at AND m.balance > 0)
       ORDER BY d.account_id LIMIT ${PEERS}),
     used AS (
       SELECT u.account_id, u.feature, sum(u.events)::float8 AS events FROM app.usage_day u
       WHERE u.account_id = ANY (ARRAY(SELECT account_id FROM peer)) AND u.day >= $3::date AND u.day < $4::date GROUP BY 1, 2)
     SELECT f.feature, (SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY coalesce(used.events, 0)) FROM peer
         LEFT JOIN used ON used.account_id = peer.account_id AND used.feature = f.feature) AS median,
       (SELECT count(*)::int FROM peer) AS accounts, (SELECT segment FROM me) AS segment
     FROM unnest($5::text[]) AS f(feature)`,
    [accountId, asOf, addDays(today, -STRETCH), today, features],
  );
  return {
    medians: new Map(rows.map(({ feature, median }) => [feature, median])),
    accounts: rows[0]?.accounts ?? 0,
    segment: rows[0]?.segment ?? null,
  };
}

export type ShownUser = {
  id: string;
  name: string;
  signedUpOn: Day | null;
  activatedOn: Day | null;
  deletedOn: Day | null;
  seenOn: Day | null;
  /** Named by use alone: no sign-up is known. */
  isKnown: boolean;
};

/** The people who use the product, those seen last first; those never seen and those deleted come after. */
export async function listUsers(
  sql: Sql,
  scope: Scope,
  accountId: string,
  { after, limit }: { after: string | null; limit: number },
  asOf: Date,
): Promise<Page<ShownUser>> {
  const cursor = readCursor(after);
  const rows = await sql<ShownUser & { cursor: string }>(
    `WITH seen AS (SELECT user_name AS name, max(day) AS day FROM app.usage_day WHERE account_id = $1::uuid AND user_name <> '' AND day <= ($3::timestamptz AT TIME ZONE $2::text)::date GROUP BY 1),
     known AS (SELECT external_id AS name, min(signed_up_at) AS signed_up_at, min(activated_at) AS activated_at, max(deleted_at) FILTER (WHERE deleted_at < $3::timestamptz) AS deleted_at
       FROM app.product_user WHERE account_id = $1::uuid AND coalesce(signed_up_at, '-infinity') < $3::timestamptz GROUP BY 1),
     person AS (
       SELECT coalesce(k.name, s.name) AS name, k.name IS NOT NULL AS is_known, k.signed_up_at, k.activated_at, k.deleted_at, s.day AS seen_on,
         md5(coalesce(k.name, s.name)) AS id, (CASE WHEN k.deleted_at IS NULL THEN coalesce(s.day, '1900-01-02'::date) ELSE '1900-01-01'::date END)::timestamp AT TIME ZONE 'UTC' AS place
       FROM known k FULL JOIN seen s ON s.name = k.name)
     SELECT p.id, p.name, (p.signed_up_at AT TIME ZONE $2::text)::date::text AS "signedUpOn", (p.activated_at AT TIME ZONE $2::text)::date::text AS "activatedOn",
       (p.deleted_at AT TIME ZONE $2::text)::date::text AS "deletedOn", p.seen_on::text AS "seenOn", p.is_known AS "isKnown", to_char(p.place AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS cursor
     FROM person p ${cursor ? "WHERE (p.place, p.id) < ($5::timestamptz, $6::text)" : ""} ORDER BY p.place DESC, p.id DESC LIMIT $4::int`,
    [accountId, scope.timeZone, asOf, limit + 1, ...(cursor ? [cursor.at, cursor.id] : [])],
  );
  return pageOf(rows, limit);
}

export type ShownMilestone = { id: string; kind: string; on: Day };

/** What an account reached, newest first. */
export async function listMilestones(sql: Sql, scope: Scope, accountId: string): Promise<ShownMilestone[]> {
  return sql(
    `SELECT id::text AS id, kind, (at AT TIME ZONE $2::text)::date::text AS "on" FROM app.milestone m WHERE account_id = $1::uuid ORDER BY m.at DESC, id LIMIT 100`,
    [accountId, scope.timeZone],
  );
}
