import { LEADERS, TOPICS } from "@/lib/notifications/topics";

const rows = TOPICS.map(({ id, cadence }) => `('${id}', '${cadence}')`).join(", ");
const leaders = LEADERS.map((role) => `'${role}'`).join(", ");

/**
 * How every member hears of every topic, as a SELECT of member_id, email, topic, cadence and reach: what they chose, else what holds where nothing was.
 * Only leaders get the digest unasked.
 */
export const CHOICES_SQL = `SELECT m.id AS member_id, m.email, t.topic,
  coalesce(s.cadence, CASE WHEN t.topic = 'digest' AND m.role NOT IN (${leaders}) THEN 'never' ELSE t.cadence END) AS cadence,
  coalesce(s.reach, CASE WHEN m.role IN (${leaders}) THEN 'team' ELSE 'mine' END) AS reach
  FROM app.member m CROSS JOIN (VALUES ${rows}) AS t(topic, cadence)
  LEFT JOIN app.notification_setting s ON s.member_id = m.id AND s.topic = t.topic`;
