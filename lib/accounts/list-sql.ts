import type { AccountSort, AccountsRequest } from "@/lib/accounts/choices";
import { ALWAYS, FACTS, factOf, healthOf, isFact } from "@/lib/accounts/facts";
import { knownAccounts } from "@/lib/accounts/known";
import type { Scope } from "@/lib/platform/scope";

/** Each order has a key that is never null, and a direction. The account's id makes it unique. */
type Key = { sql: string; type: string; descending: boolean };

const word = (column: string): Key => ({
  sql: `CASE WHEN k.${column} IS NULL THEN '1' ELSE '0' || lower(k.${column}) END`,
  type: "text",
  descending: false,
});

const KEYS: Record<AccountSort, Key> = {
  mrr: { sql: "round(coalesce(k.mrr, 0), 6)", type: "numeric", descending: true },
  name: { sql: "lower(k.name)", type: "text", descending: false },
  renewal: { sql: "coalesce(f.value, '9999-12-31'::date)", type: "date", descending: false },
  moved: { sql: "coalesce(k.moved_on, '0001-01-01'::date)", type: "date", descending: true },
  since: { sql: "coalesce(k.since_on, '0001-01-01'::date)", type: "date", descending: true },
  seats: { sql: "coalesce(k.own_seats, f.value, -1)", type: "bigint", descending: true },
  segment: word("segment"),
  plan: word("plan"),
  owner: word("owner"),
  region: word("region"),
  stage: word("stage"),
  health: { sql: "coalesce(f.value, 1e9)", type: "float8", descending: false },
  usage: { sql: "coalesce(f.value, 1e9)", type: "float8", descending: false },
  nps: { sql: "coalesce(f.value, 1000)", type: "int", descending: false },
  tickets: { sql: "coalesce(f.value, 0)", type: "int", descending: true },
  signals: { sql: "coalesce(f.value, 0)", type: "int", descending: true },
  touch: { sql: "coalesce(f.value, '1000-01-01Z'::timestamptz)", type: "timestamptz", descending: false },
};

/** What all that match come to, as an object. */
export const TOTAL = `jsonb_build_object('accounts', count(*), 'customers', count(*) FILTER (WHERE k.state = 'customer'),
  'mrr', CASE WHEN bool_or(k.unpriced) THEN NULL ELSE coalesce(sum(k.mrr), 0)::float8 END)`;

/** One page of accounts and one more, in order; each row says what all that match come to, where that is asked for. */
export function accountsSql(scope: Scope, request: AccountsRequest, asOf: Date, { hasTotal = false } = {}) {
  const { params, known } = knownAccounts(scope, request, asOf);
  const { sort, turned = false, columns = [], after, limit } = request;
  const { sql: key, type, descending } = KEYS[sort];
  const cursor = readCursor(after, type);
  const falling = descending !== turned;
  const place = params.length;
  const limits = cursor === null ? "" : `WHERE (${key}, k.id) ${falling ? "<" : ">"} ($${place + 1}::text::${type}, $${place + 2}::uuid)`;
  const way = falling ? "DESC" : "ASC";
  const told = [...new Set([...ALWAYS, ...columns.filter(isFact)])].filter((name) => name !== "health");
  const value = (name: string, otherwise: string) => (told.some((each) => each === name) ? otherwise : "NULL");
  const text = `WITH known AS ${hasTotal ? "MATERIALIZED " : ""}(${known}) SELECT ${hasTotal ? `(SELECT ${TOTAL} FROM known k) AS total, ` : ""}k.id, k.external_id AS "externalId", k.name, k.segment, k.plan, k.owner, k.region, k.stage, k.state, k.industry, k.country, k.domain,
       k.mrr::float8 AS mrr, coalesce(k.own_seats, seats.value)::int AS seats, renewal.value::text AS "renewsOn", k.moved_on::text AS "movedOn", k.since_on::text AS "sinceOn",
       last.delta::float8 AS "movedBy", last.currency::text AS "movedCurrency",
       CASE WHEN h.band IS NOT NULL THEN coalesce(o.band, h.band) END AS band, h.score,
       ${value("touch", "(touch.value AT TIME ZONE $2::text)::date::text")} AS "touchedOn", ${value("tickets", "coalesce(tickets.value, 0)")} AS tickets,
       ${value("nps", "nps.value")} AS nps, ${value("usage", "usage.value")} AS usage, ${value("signals", "coalesce(signals.value, 0)")} AS signals, k.key::text AS key
     FROM (SELECT k.*, ${key} AS key FROM known k ${isFact(sort) ? `LEFT JOIN (${FACTS[sort].value("true")}) AS f ON f.account_id = k.id` : ""}
       ${limits} ORDER BY ${key} ${way}, k.id ${way} LIMIT ${limit + 1}) AS k
     LEFT JOIN LATERAL (SELECT m.delta, m.currency FROM app.mrr_movement m WHERE m.account_id = k.id AND m.at < $3::timestamptz ORDER BY m.at DESC LIMIT 1) AS last ON true
     ${healthOf("k.id")}
     ${told.map((name) => factOf(name, "k.id")).join("\n     ")}
     ORDER BY k.key ${way}, k.id ${way}`;
  return { text, params: cursor === null ? params : [...params, cursor.key, cursor.id] };
}

/** Where a page ends: its last row's key and id. */
export function cursorOf(row: { key: string; id: string } | undefined): string | null {
  return row ? JSON.stringify([row.key, row.id]) : null;
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** How a key of each type is written; another is no cursor of ours, and means the first page. */
const WRITTEN: Readonly<Record<string, RegExp>> = {
  numeric: /^-?\d+(?:\.\d+)?$/,
  bigint: /^-?\d{1,18}$/,
  int: /^-?\d{1,9}$/,
  float8: /^-?\d+(?:\.\d+)?(?:e[+-]?\d{1,2})?$/,
  date: /^\d{4}-\d\d-\d\d$/,
  timestamptz: /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d+)?[+-]\d\d(?::\d\d){0,2}$/,
};

function readCursor(text: string | null, type: string): { key: string; id: string } | null {
  const [, key, id] = /^\["((?:[^"\\]|\\.)*)","([0-9a-f-]{36})"\]$/.exec(text ?? "") ?? [];
  if (key === undefined || id === undefined || WRITTEN[type]?.test(key) === false || !UUID.test(id)) return null;
  return { key: JSON.parse(`"${key}"`), id };
}
