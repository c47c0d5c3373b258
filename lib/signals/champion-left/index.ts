import { ago, daysText, figureOf, textOf } from "@/lib/signals/detail";
import { heardSql } from "@/lib/signals/heard";
import { limitOf, type Signal } from "@/lib/signals/signal";

/**
 * A champion is gone: a contact marked as one, whose user (the same external id, or the contact's mail address) was taken away; or who used the product in at
 * least 6 weeks of 8 and has not been seen for some time, while others of the workspace were. Lasts until the champion is seen again, at most as long as
 * told. Strength: 1 where the user was taken away, ½ where they are silent.
 */
export const championLeft: Signal = {
  face: {
    id: "champion-left",
    name: "Champion left",
    tone: "risk",
    question: "Is the person who carried us still there?",
    meaning: "A champion's user was taken away, or one who came every week has not been seen for some time.",
    next: { title: "Find the successor and introduce yourself", reason: "champion" },
    thresholds: [
      { id: "silent", label: "Not seen for", unit: "days", default: 21, min: 7, max: 90, step: 1 },
      { id: "lasts", label: "Stays open at most", unit: "days", default: 180, min: 14, max: 365, step: 1 },
    ],
  },
  rows: (parameters, thresholds, { timeZone }) => {
    const zone = parameters.place(timeZone, "text");
    const silent = parameters.place(limitOf(thresholds, "silent"), "int");
    const lasts = parameters.place(limitOf(thresholds, "lasts"), "int");
    return `
WITH champion AS MATERIALIZED (
  SELECT c.id, c.account_id, coalesce(c.name, c.email, c.external_id) AS name, known.user_name
  FROM app.contact c, LATERAL (SELECT c.external_id UNION SELECT c.email WHERE c.email IS NOT NULL) AS known(user_name)
  WHERE c.is_champion AND c.account_id IN (SELECT account_id FROM grid)
),
used AS (
  SELECT c.id, c.account_id, c.name, u.day, row_number() OVER (PARTITION BY c.id, (u.day - '2001-01-01'::date) / 7 ORDER BY u.day) = 1 AS opens_week
  FROM champion c JOIN app.usage_day u ON u.account_id = c.account_id AND lower(u.user_name) = lower(c.user_name)
  WHERE u.day BETWEEN (SELECT min(day) FROM grid) - ${lasts} - 56 AND (SELECT max(day) FROM grid) AND u.events > 0 GROUP BY c.id, c.account_id, c.name, u.day
),
habit AS (
  SELECT id, account_id, name, day, lead(day) OVER (PARTITION BY id ORDER BY day) AS next_day,
    sum(opens_week::int) OVER (PARTITION BY id ORDER BY day - date '2000-01-01' RANGE BETWEEN 55 PRECEDING AND CURRENT ROW) AS weeks
  FROM used
),
gone AS MATERIALIZED (
  SELECT c.account_id, c.name, 'left' AS how, (u.deleted_at AT TIME ZONE ${zone})::date AS since, (u.deleted_at AT TIME ZONE ${zone})::date AS from_day, NULL::date AS next_day
  FROM champion c JOIN app.product_user u ON u.account_id = c.account_id AND lower(u.external_id) = lower(c.user_name) WHERE u.deleted_at IS NOT NULL
  UNION ALL
  SELECT account_id, name, 'silent', day, day + ${silent}, next_day FROM habit WHERE weeks >= 6 AND (next_day IS NULL OR next_day - day > ${silent})
),
${heardSql()}
SELECT DISTINCT ON (g.account_id, g.day) g.account_id, g.day, '' AS reason, CASE gone.how WHEN 'left' THEN 1 ELSE 0.5 END AS strength,
  jsonb_build_object('how', gone.how, 'name', gone.name, 'days', g.day - gone.since) AS detail
FROM gone JOIN grid g ON g.account_id = gone.account_id AND g.day >= gone.from_day AND g.day < gone.since + ${lasts} AND (gone.next_day IS NULL OR g.day < gone.next_day)
WHERE gone.how = 'left' OR g.day IN (SELECT day FROM heard)
ORDER BY g.account_id, g.day, gone.how, gone.since DESC, gone.name`;
  },
  words: (detail) => {
    const days = figureOf(detail, "days");
    if (textOf(detail, "how") === "left") return `the champion ${textOf(detail, "name")} left ${ago(days)}`;
    return `the champion ${textOf(detail, "name")} has not been seen for ${daysText(days)}`;
  },
};
