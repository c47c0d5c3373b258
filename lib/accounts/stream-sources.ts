import type { Stream } from "@/lib/accounts/streams";

type Source = {
  readonly stream: Stream;
  readonly from: string;
  readonly at: string;
  readonly id: string;
  readonly facts: string;
  readonly where?: string;
  readonly always?: true;
};

const LOCAL = (day: string) => `(${day}::timestamp AT TIME ZONE $2::text)`;

// What holds at the end of a day is told as its last, or where that day is not over, as of when it was looked at.
const AT_THE_END = (day: string) => `least(${LOCAL(`(${day} + 1)`)}, d.as_of) - interval '1 second'`;

const TOUCH = `'what', 'touched', 'type', t.type, 'text', t.text, 'by', coalesce(m.name, t.author), 'with', coalesce(c.name, c.email), 'minutes', t.minutes,
  'twoWay', t.two_way::int, 'version', t.version, 'contact', t.contact_id, 'author', t.author, 'at', to_char(t.at AT TIME ZONE $2::text, 'YYYY-MM-DD"T"HH24:MI')`;

// One line for each thing that happens. What it says is made of its facts, in words, where they are read.
export const SOURCES: readonly Source[] = [
  ...(["touches", "notes"] as const).map(
    (stream): Source => ({
      stream,
      from: "app.touchpoint t LEFT JOIN app.contact c ON c.id = t.contact_id LEFT JOIN app.member m ON m.email = t.author",
      at: "t.at",
      id: "'touch-' || t.id",
      facts: TOUCH,
      where: `t.type ${stream === "notes" ? "=" : "<>"} 'note'`,
      always: true, // what was said to the minute is not after the instant it was said at
    }),
  ),
  {
    stream: "notes",
    from: "app.pulse t LEFT JOIN app.member m ON m.email = t.author",
    at: "t.at",
    id: "'pulse-' || t.id",
    facts: "'what', 'felt', 'score', t.rating, 'text', t.note, 'by', coalesce(m.name, t.author)",
    always: true,
  },
  {
    stream: "tasks",
    from: "app.task t LEFT JOIN app.member m ON m.email = t.author",
    at: "t.created_at",
    id: "'task-' || t.id",
    facts: "'what', 'planned', 'text', t.title, 'by', coalesce(m.name, t.author)",
    always: true,
  },
  {
    stream: "tasks",
    from: "app.task t LEFT JOIN app.member m ON m.email = t.closed_by",
    at: "t.closed_at",
    id: "'closed-' || t.id",
    facts: "'what', t.status, 'text', t.title, 'comment', t.outcome, 'by', coalesce(m.name, t.closed_by)",
    where: "t.closed_at IS NOT NULL",
    always: true,
  },
  {
    stream: "signals",
    from: "app.signal t CROSS JOIN app.health_derivation d",
    at: AT_THE_END("t.from_day"),
    id: "'raised-' || md5(t.kind || ' ' || t.reason || ' ' || t.from_day)",
    facts: "'what', 'raised', 'name', t.kind, 'reason', t.reason, 'from', t.from_day",
  },
  {
    stream: "signals",
    from: "app.signal t",
    at: LOCAL("t.until_day"),
    id: "'ended-' || md5(t.kind || ' ' || t.reason || ' ' || t.from_day)",
    facts: "'what', 'ended', 'name', t.kind, 'reason', t.reason, 'from', t.from_day",
  },
  {
    stream: "health",
    from: `(SELECT h.account_id, h.day, h.band, h.score, lag(h.band) OVER (ORDER BY h.day) AS was, lag(h.score) OVER (ORDER BY h.day) AS before
      FROM app.health_day h WHERE h.account_id = $1::uuid) AS t CROSS JOIN app.health_derivation d`,
    at: AT_THE_END("t.day"),
    id: "'band-' || t.day",
    facts: "'what', 'scored', 'name', t.band, 'was', t.was, 'score', t.score, 'before', t.before",
    where: "t.was <> t.band",
  },
  {
    stream: "health",
    from: "app.health_override t LEFT JOIN app.member m ON m.email = t.author",
    at: "t.at",
    id: "'held-' || t.id",
    facts: "'what', 'held', 'name', t.band, 'text', t.reason, 'by', coalesce(m.name, t.author)",
    always: true,
  },
  {
    stream: "tickets",
    from: "app.ticket t",
    at: "t.opened_at",
    id: "'opened-' || t.id",
    facts: "'what', 'opened', 'subject', t.subject, 'name', t.external_id, 'priority', t.priority",
  },
  {
    stream: "tickets",
    from: "app.ticket t",
    at: "t.solved_at",
    id: "'solved-' || t.id",
    facts: "'what', 'solved', 'subject', t.subject, 'name', t.external_id, 'score', t.satisfaction",
  },
  {
    stream: "tickets",
    from: "app.ticket t JOIN app.ticket_event e ON e.ticket_id = t.id AND e.at IS DISTINCT FROM t.solved_at",
    at: "e.at",
    id: "'event-' || e.id",
    facts: "'what', e.type, 'subject', t.subject, 'name', t.external_id",
  },
  {
    stream: "answers",
    from: "app.survey_response t LEFT JOIN app.contact c ON c.id = t.contact_id",
    at: "t.answered_at",
    id: "'answer-' || t.id",
    facts: "'what', t.kind, 'score', t.score, 'scale', t.scale, 'comment', t.comment, 'by', coalesce(c.name, c.email)",
    where: "(t.score IS NOT NULL OR t.comment IS NOT NULL)",
  },
  {
    stream: "money",
    from: "app.mrr_movement t",
    at: "t.at",
    id: "'moved-' || t.currency || extract(epoch FROM t.at)",
    facts: "'what', 'moved', 'delta', t.delta::float8, 'balance', t.balance::float8, 'currency', t.currency",
  },
  {
    stream: "money",
    from: "app.purchase t",
    at: "t.at",
    id: "'bought-' || t.id",
    facts: "'what', 'bought', 'delta', t.amount::float8, 'currency', t.currency",
  },
  {
    stream: "contracts",
    from: "app.contract t",
    at: LOCAL("t.due_on"),
    id: "'due-' || t.id",
    facts: "'what', 'due', 'delta', t.value::float8, 'currency', t.currency",
    where: "t.renewed_on IS NULL AND t.declined_on IS NULL",
  },
  {
    stream: "contracts",
    from: "app.contract t",
    at: LOCAL("t.renewed_on"),
    id: "'renewed-' || t.id",
    facts: "'what', 'renewed', 'delta', coalesce(t.renewed_value, t.value)::float8, 'currency', t.currency",
  },
  {
    stream: "contracts",
    from: "app.contract t",
    at: LOCAL("t.declined_on"),
    id: "'declined-' || t.id",
    facts: "'what', 'declined', 'delta', t.value::float8, 'currency', t.currency",
  },
  { stream: "milestones", from: "app.milestone t", at: "t.at", id: "'reached-' || t.id", facts: "'what', 'reached', 'name', t.kind" },
  ...(["presented", "accepted", "declined"] as const).map(
    (what): Source => ({
      stream: "offers",
      from: "app.offer t",
      at: `t.${what}_at`,
      id: `'${what}-' || t.id`,
      facts: `'what', '${what}', 'name', t.kind, 'delta', t.value::float8, 'currency', t.currency`,
    }),
  ),
  {
    stream: "offers",
    from: "app.referral t",
    at: "t.referred_at",
    id: "'referred-' || t.id",
    facts: "'what', 'referred', 'name', t.referred_account",
  },
  {
    stream: "offers",
    from: "app.referral t",
    at: "t.converted_at",
    id: "'converted-' || t.id",
    facts: "'what', 'converted', 'name', t.referred_account",
  },
  {
    stream: "owners",
    from: "(SELECT v.account_id, v.from_at, v.owner_email, lag(v.owner_email) OVER (ORDER BY v.from_at) AS was FROM app.account_version v WHERE v.account_id = $1::uuid) AS t",
    at: "t.from_at",
    id: "'owner-' || extract(epoch FROM t.from_at)",
    facts: "'what', 'owner', 'name', t.owner_email, 'was', t.was",
    where: "t.from_at > '-infinity' AND t.owner_email IS DISTINCT FROM t.was",
  },
  {
    stream: "edits",
    from: "(SELECT a.*, $1::uuid AS account_id FROM app.audit a WHERE a.action IN ('records.create', 'records.change', 'records.delete') AND a.detail ->> 'account' = $1::text) AS t",
    at: "t.at",
    id: "'edit-' || t.seq",
    facts: "'what', replace(t.action, 'records.', ''), 'name', t.detail ->> 'kind', 'by', t.actor, 'changes', t.detail -> 'changes'",
    always: true, // the audit goes by the clock on the wall, whatever instant the page is read at
  },
];
