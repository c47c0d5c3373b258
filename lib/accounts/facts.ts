import type { AccountColumn, AccountSort } from "@/lib/accounts/choices";
import { overridesSql } from "@/lib/accounts/overrides";
import { ticketFactsSql } from "@/lib/tickets/facts";

/** Where the measure of use stands among the inputs of a day of health. */
export const USAGE_TREND_PLACE = 1;

/** Something that is told of each account: a SELECT of account_id and `value`, for the accounts a condition on account_id lets in. */
type Fact = { readonly value: (only: string) => string; readonly type: "timestamptz" | "date" | "bigint" | "int" | "float8" };

const latest = (column: string, table: string, only: string) =>
  `SELECT account_id, max(${column}) AS at FROM app.${table} WHERE ${only} AND ${column} < $3::timestamptz GROUP BY 1`;

// A ticket that was solved before, and never reopened, is not open: most need not be looked at closely.
const MAY_BE_OPEN = `(t.solved_at IS NULL OR t.solved_at >= $3::timestamptz OR t.status IN ('new', 'open', 'pending', 'hold')
  OR t.id IN (SELECT e.ticket_id FROM app.ticket_event e WHERE e.type = 'reopened'))`;

/** What the list tells beyond what is known of every account. Each is read of a page's accounts alone, or of all to order by it. */
export const FACTS = {
  /** The next day on which something renews: a contract that nobody renewed or declined yet, or a subscription. */
  renewal: {
    type: "date",
    value: (only) => `SELECT account_id, min(day) AS value FROM (
      SELECT account_id, due_on AS day FROM app.contract
      WHERE ${only} AND due_on >= ($3::timestamptz AT TIME ZONE $2::text)::date AND renewed_on IS NULL AND declined_on IS NULL UNION ALL
      SELECT account_id, (renews_at AT TIME ZONE $2::text)::date FROM app.subscription
      WHERE ${only} AND renews_at >= $3::timestamptz AND (ended_at IS NULL OR ended_at > renews_at)) AS each GROUP BY 1`,
  },
  /** Of what runs now; an account's own number goes before it. */
  seats: {
    type: "bigint",
    value: (only) => `SELECT account_id, sum(seats)::bigint AS value FROM app.subscription
      WHERE ${only} AND started_at < $3::timestamptz AND (ended_at IS NULL OR ended_at >= $3::timestamptz) GROUP BY 1`,
  },
  /** When we and the account last heard of each other: as `findLastTouch` says. */
  touch: {
    type: "timestamptz",
    value: (only) => `SELECT account_id, max(at) AS value FROM (
      ${latest("opened_at", "ticket", only)} UNION ALL ${latest("first_response_at", "ticket", only)} UNION ALL
      ${latest("answered_at", "survey_response", only)} UNION ALL ${latest("presented_at", "offer", only)} UNION ALL
      SELECT account_id, max(at) FROM app.touchpoint WHERE ${only} AND type <> 'note' AND at <= $3::timestamptz GROUP BY 1) AS each GROUP BY 1`,
  },
  /** Open tickets: as `countTickets` says. */
  tickets: {
    type: "int",
    value: (
      only,
    ) => `SELECT account_id, count(*)::int AS value FROM (${ticketFactsSql("$3::timestamptz", `${only.replace("account_id", "t.account_id")} AND ${MAY_BE_OPEN}`)}) AS k
      WHERE NOT k.excluded AND k.last_solved_at IS NULL AND NOT k.is_undated GROUP BY 1`,
  },
  /** The latest NPS score: as `findVoice` says. */
  nps: {
    type: "int",
    value: (only) => `SELECT DISTINCT ON (account_id) account_id, score::int AS value FROM app.survey_response
      WHERE ${only} AND kind = 'nps' AND score IS NOT NULL AND answered_at < $3::timestamptz ORDER BY account_id, answered_at DESC, id DESC`,
  },
  signals: {
    type: "int",
    value: (only) => `SELECT account_id, count(*)::int AS value FROM app.signal WHERE ${only} AND until_day IS NULL GROUP BY 1`,
  },
  /** Use in the last 28 days ÷ a 28-day average of the 84 days before, as it went into the score of the last day made. */
  usage: { type: "float8", value: (only) => dayOf(`inputs[${USAGE_TREND_PLACE}]`, only) },
  health: { type: "float8", value: (only) => dayOf("score", only) },
} as const satisfies Partial<Record<AccountColumn & AccountSort, Fact>>;

type FactName = keyof typeof FACTS;

export function isFact(name: string): name is FactName {
  return Object.hasOwn(FACTS, name);
}

/** What every row tells, whatever its columns. */
export const ALWAYS = ["renewal", "seats"] as const satisfies readonly FactName[];

/** A fact of the account that `account` names, as a lateral join under its own name. */
export function factOf(name: FactName, account: string): string {
  return `LEFT JOIN LATERAL (${FACTS[name].value(`account_id = ${account}`)}) AS ${name} ON true`;
}

/** The band that counts and the score of the last day made, of the account that `account` names. */
export function healthOf(account: string): string {
  // Limited, so that each is found by its index whatever is estimated of a day.
  return `LEFT JOIN LATERAL (SELECT band, score FROM app.health_day WHERE account_id = ${account} AND day = (SELECT through FROM app.health_derivation) LIMIT 1) AS h ON true
     LEFT JOIN (${overridesSql("$3::timestamptz")}) AS o ON o.account_id = ${account}`;
}

function dayOf(what: string, only: string): string {
  return `SELECT account_id, ${what} AS value FROM app.health_day WHERE ${only} AND day = (SELECT through FROM app.health_derivation)`;
}
