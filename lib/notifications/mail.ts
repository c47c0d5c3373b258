import { CHOICES_SQL } from "@/lib/notifications/choices";
import { type Cadence, TOPICS } from "@/lib/notifications/topics";
import { queueMail } from "@/lib/outbox/mutations";
import type { Sql } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import type { Scope } from "@/lib/platform/scope";

type Mailed = Exclude<Cadence, "never">;

/** How far back news is still mailed: a digest that was missed goes into the next one, and who turns mail on is not sent the past. */
const DAYS: Record<Mailed, number> = { at_once: 1, daily: 3, weekly: 10 };

const MOST = 100;

type Letter = { email: string; ids: string[]; news: { topic: string; text: string; link: string }[]; all: number };

/** `before`: news from then on is left for the next time. `cause` makes a digest come once; without it the first of the news does. */
export type Mailing = { readonly cadence: Mailed; readonly before: Date; readonly cause: string | null };

/**
 * Puts one mail for each member into the outbox with what is new to them and not mailed yet. What a member has read in the app is not mailed in a digest,
 * and whoever had this digest has no second one.
 */
export async function mailNews(sql: Sql, scope: Scope, { cadence, before, cause }: Mailing): Promise<number> {
  const letters = await sql<Letter>(
    `SELECT c.email, array_agg(n.id::text ORDER BY n.at, n.id) AS ids, count(*)::int AS all,
       (array_agg(jsonb_build_object('topic', n.topic, 'text', n.text, 'link', n.link) ORDER BY n.at, n.id))[1:${MOST}] AS news
     FROM (SELECT * FROM app.notification WHERE mailed_at IS NULL AND at < $2::timestamptz AND at > $2::timestamptz - make_interval(days => $3::int) FOR UPDATE SKIP LOCKED) AS n
     JOIN (${CHOICES_SQL}) AS c ON c.member_id = n.member_id AND c.topic = n.topic
     WHERE c.cadence = $1 AND ($1 = 'at_once' OR n.read_at IS NULL)
       AND NOT EXISTS (SELECT FROM app.outbox o WHERE o.cause = 'news:' || $4::text AND o.recipient = c.email)
     GROUP BY c.email ORDER BY c.email`,
    [cadence, before, DAYS[cadence], cause],
  );
  for (const { email, ids, news, all } of letters) {
    await queueMail(sql, scope, { to: email, ...wordsOf(scope, cadence, news, all), cause: `news:${cause ?? ids[0]}`, account: null });
    await sql("UPDATE app.notification SET mailed_at = now() WHERE id = ANY($1::uuid[]) RETURNING 1", [ids]);
  }
  return letters.length;
}

function wordsOf({ name, slug }: Scope, cadence: Mailed, news: Letter["news"], all: number): { subject: string; text: string } {
  const [first] = news;
  const app = env().APP_URL;
  const settings = `How you hear of these is up to you: ${app}/w/${slug}/settings/notifications`;
  if (first && all === 1 && cadence === "at_once")
    return { subject: oneLine(first.text), text: `${first.text}\n\n${app}${first.link}\n\n${settings}` };
  const parts = TOPICS.flatMap(({ id, name: topic }) => {
    const lines = news.filter((each) => each.topic === id).map(({ text, link }) => `- ${oneLine(text)}\n  ${app}${link}`);
    return lines.length === 0 ? [] : [`${topic}\n${lines.join("\n")}`];
  });
  const rest = all > news.length ? [`And ${all - news.length} more: ${app}/w/${slug}/notifications`] : [];
  return {
    subject: `${all} ${all === 1 ? "thing is" : "things are"} new in ${oneLine(name)}`,
    text: [...parts, ...rest, settings].join("\n\n"),
  };
}

function oneLine(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > 180 ? `${line.slice(0, 179)}…` : line;
}
