import { dice, LIFE, oneOf, type Size, TODAY } from "./size";

const FEATURES = ["Reports", "Boards", "Search", "Alerts", "Exports", "Forms", "Sharing", "Imports", "Teams", "Goals", "Rules", "Maps"];
const BATCH = 250_000;
const NOW = `timestamptz '${TODAY} 11:00:00Z'`;

/** A moment of an account's life; the later the likelier where `lean` is below 1. */
function moment(thrown: string, lean = 1): string {
  return `least(l.from_at + (l.until_at - l.from_at) * power(${thrown}, ${lean}), ${NOW})`;
}

/** The n-th thing's account. */
function whose(n: string, throwNumber: number, size: Size): string {
  return `JOIN life l ON l.n = 1 + floor(${dice(n, throwNumber, size)} * ${size.accounts})::bigint`;
}

export function peopleSql(size: Size): string[] {
  const die = (throwNumber: number) => dice("u", throwNumber, size);
  return [
    `INSERT INTO app.contact (workspace_id, source, external_id, account_id, name, email, role, is_champion)
     WITH ${LIFE} SELECT app.tenant(), 'bench', 'P' || u, l.id, 'Person ' || u, 'p' || u || '@a' || l.n || '.example', ${oneOf(["Buyer", "User", "Sponsor"], die(40))}, u <= ${size.accounts} AND u % 3 = 0
     FROM generate_series(1, ${2 * Math.min(size.accounts, 10_000)}) AS u JOIN life l ON l.n = 1 + u % ${size.accounts}`,
    `INSERT INTO app.product_user (workspace_id, source, external_id, account_id, signed_up_at, activated_at)
     WITH ${LIFE} SELECT app.tenant(), 'bench', 'U' || u, l.id, at, CASE WHEN ${die(43)} < 0.7 THEN at + interval '3 days' END
     FROM generate_series(0, ${size.users - 1}) AS u JOIN life l ON l.n = 1 + u % ${size.accounts} CROSS JOIN LATERAL (SELECT ${moment(die(42), 2)} AS at) AS signed`,
    `INSERT INTO app.milestone (workspace_id, source, account_id, kind, at)
     WITH ${LIFE} SELECT app.tenant(), 'bench', l.id, 'first_value', l.from_at + interval '1 day' * (1 + floor(${dice("l.n", 44, size)} * 60)) FROM life l
     WHERE l.n % 5 <> 0 AND l.from_at + interval '62 days' < ${NOW}`,
    `INSERT INTO app.touchpoint (workspace_id, account_id, type, two_way, at, text, author)
     WITH ${LIFE} SELECT app.tenant(), l.id, ${oneOf(["mail", "call", "meeting"], die(45))}, u % 2 = 0, ${moment(die(46), 0.5)}, 'We spoke.', 'csm-1@bench.test'
     FROM generate_series(1, ${2 * Math.min(size.accounts, 10_000)}) AS u ${whose("u", 47, size)}`,
    `INSERT INTO app.pulse (workspace_id, account_id, rating, at, author)
     WITH ${LIFE} SELECT app.tenant(), l.id, 1 + floor(${die(48)} * 5)::int, ${moment(die(49), 0.3)}, 'csm-1@bench.test'
     FROM generate_series(1, ${Math.min(size.accounts, 10_000)}) AS u ${whose("u", 50, size)}`,
  ];
}

/** Use comes in visits: a user on a day does some five things. */
export function usageSql(size: Size): string[] {
  return batches(size.usage).map(
    ([
      first,
      last,
    ]) => `INSERT INTO app.usage_event (workspace_id, source, external_id, account_id, user_name, feature, at, count, duration_seconds)
     WITH ${LIFE}, each AS (SELECT i, i / 5 AS visit, floor(power(${dice("i / 5", 60, size)}, 1.3) * ${size.users})::bigint AS u FROM generate_series(${first}, ${last}) AS i)
     SELECT app.tenant(), 'bench', 'E' || i, l.id, 'U' || u, ${oneOf(FEATURES, dice("i", 61, size), 2)},
       least(date_trunc('day', ${moment(dice("visit", 62, size))}) + interval '1 hour' * (7 + 3 * ${dice("i", 63, size)}), ${NOW}), 1 + (i % 3), 20 + i % 300
     FROM each JOIN life l ON l.n = 1 + u % ${size.accounts}`,
  );
}

export function ticketSql(size: Size): string[] {
  const die = (throwNumber: number) => dice("i", throwNumber, size);
  return batches(size.tickets).map(
    ([
      first,
      last,
    ]) => `INSERT INTO app.ticket (workspace_id, source, external_id, account_id, opened_at, subject, priority, channel, status, first_response_at, solved_at, reopens, agent_replies, satisfaction, escalated, excluded)
     WITH ${LIFE}
     SELECT app.tenant(), 'bench', 'T' || i, id, at, ${oneOf(["Cannot sign in", "A report is wrong", "How do I export?", "It is slow", "Invoice", "Please add a column"], die(70))} || ' (' || i || ')',
       ${oneOf(["normal", "low", "high", "urgent"], die(71), 1.5)}, ${oneOf(["mail", "chat", "phone", "form"], die(72), 1.5)}, CASE WHEN done_at < ${NOW} THEN 'solved' ELSE 'open' END,
       CASE WHEN at + (done_at - at) / 5 < ${NOW} THEN at + (done_at - at) / 5 END, CASE WHEN done_at < ${NOW} THEN done_at END, CASE WHEN done_at < ${NOW} AND i % 20 = 0 THEN 1 ELSE 0 END,
       1 + floor(power(${die(73)}, 2) * 5)::int, CASE WHEN done_at < ${NOW} AND i % 3 = 0 THEN 1 + floor(sqrt(${die(74)}) * 5)::int END, i % 33 = 0, i % 101 = 0
     FROM (SELECT i, l.id, ${moment(die(75))} AS at FROM generate_series(${first}, ${last}) AS i ${whose("i", 76, size)}) AS opened
     CROSS JOIN LATERAL (SELECT at + interval '1 hour' * (0.3 - 40 * ln(1 - ${die(77)})) AS done_at) AS done`,
  );
}

export function answerSql(size: Size): string[] {
  const die = (throwNumber: number) => dice("i", throwNumber, size);
  return batches(size.answers).map(
    ([
      first,
      last,
    ]) => `INSERT INTO app.survey_response (workspace_id, source, external_id, account_id, contact_id, kind, score, scale, comment, answered_at)
     WITH ${LIFE}
     SELECT app.tenant(), 'bench', 'R' || i, l.id, c.id, kind, CASE kind WHEN 'nps' THEN floor(sqrt(${die(80)}) * 11)::int ELSE 1 + floor(sqrt(${die(80)}) * scale)::int END, scale,
       CASE WHEN i % 3 = 0 THEN ${oneOf(["Does what it says.", "Support was quick to help.", "Too slow on Mondays.", "We miss a way to export charts.", "The new boards are lovely."], die(81))} END, ${moment(die(82))}
     FROM (SELECT i, (ARRAY['nps', 'nps', 'csat', 'ces'])[1 + i % 4] AS kind, (ARRAY[10, 10, 5, 7])[1 + i % 4] AS scale FROM generate_series(${first}, ${last}) AS i) AS asked
     ${whose("i", 83, size)} LEFT JOIN app.contact c ON c.account_id = l.id AND c.external_id = 'P' || (l.n - 1) AND i % 2 = 0`,
  );
}

export function offerSql(size: Size): string[] {
  const die = (throwNumber: number) => dice("i", throwNumber, size);
  return [
    `INSERT INTO app.offer (workspace_id, source, external_id, account_id, kind, presented_at, accepted_at, value, currency)
     WITH ${LIFE} SELECT app.tenant(), 'bench', 'O' || i, l.id, CASE WHEN i % 3 = 0 THEN 'cross_sell' ELSE 'upsell' END, at, CASE WHEN ${die(90)} < 0.2 THEN at + interval '5 days' END, 10000, 'USD'
     FROM generate_series(1, ${Math.ceil(size.tickets / 40)}) AS i ${whose("i", 91, size)} CROSS JOIN LATERAL (SELECT ${moment(die(92))} AS at) AS presented`,
  ];
}

function batches(count: number): [first: number, last: number][] {
  return Array.from({ length: Math.ceil(count / BATCH) }, (_, place) => [place * BATCH, Math.min(count, (place + 1) * BATCH) - 1]);
}
