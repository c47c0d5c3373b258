import { figureOf, percent } from "@/lib/signals/detail";
import { inputOf } from "@/lib/signals/measured";
import { limitOf, type Signal } from "@/lib/signals/signal";

/**
 * There is room to grow: seats are nearly all taken (users who signed up and were not taken away, or active users where they are more, ÷ seats) and the account
 * is not at risk; or use grows against its own past while it is healthy, once there are 112 days of it. One reason for each of the two. Strength: how full, or
 * how much more, at most 1.
 */
export const expansionReady: Signal = {
  face: {
    id: "expansion-ready",
    name: "Expansion ready",
    tone: "chance",
    question: "Do they need more than they have?",
    meaning: "Nearly all seats are taken, or use grows while the account is healthy.",
    next: { title: "Propose more seats or the next plan", reason: "expansion" },
    thresholds: [
      { id: "seats", label: "Seats taken, above", unit: "share", default: 0.9, min: 0.5, max: 1.5, step: 0.05 },
      { id: "growth", label: "Use grows by at least", unit: "share", default: 0.5, min: 0.05, max: 3, step: 0.05 },
    ],
  },
  lingers: 7,
  rows: (parameters, thresholds, { timeZone }) => {
    const [trend, seats] = [inputOf("usage-trend"), inputOf("seat-use")];
    const zone = parameters.place(timeZone, "text");
    const local = (at: string) => `(${at} AT TIME ZONE ${zone})::date`;
    return `
WITH step AS (
  SELECT account_id, ${local("signed_up_at")} AS day, 1 AS users, 0::bigint AS seats, false AS is_asked FROM app.product_user
  WHERE signed_up_at IS NOT NULL AND account_id IN (SELECT account_id FROM grid)
  UNION ALL SELECT account_id, greatest(${local("deleted_at")}, ${local("signed_up_at")}), -1, 0, false FROM app.product_user
    WHERE signed_up_at IS NOT NULL AND deleted_at IS NOT NULL AND account_id IN (SELECT account_id FROM grid)
  UNION ALL SELECT account_id, ${local("started_at")}, 0, seats, false FROM app.subscription WHERE seats > 0 AND account_id IN (SELECT account_id FROM grid)
  UNION ALL SELECT account_id, ${local("ended_at")}, 0, -seats, false FROM app.subscription
    WHERE seats > 0 AND ended_at IS NOT NULL AND account_id IN (SELECT account_id FROM grid)
  UNION ALL SELECT account_id, day, 0, 0, true FROM grid
),
running AS MATERIALIZED (
  SELECT account_id, day, is_asked, sum(users) OVER life AS users, sum(seats) OVER life AS seats FROM step WINDOW life AS (PARTITION BY account_id ORDER BY day)
),
taken AS (
  SELECT h.account_id, h.day, greatest(r.users::float8 / coalesce(nullif(r.seats, 0), nullif(a.seats, 0))::float8, ${seats}) AS share
  FROM running r JOIN app.account a ON a.id = r.account_id JOIN app.health_day h ON h.account_id = r.account_id AND h.day = r.day
  WHERE r.is_asked AND h.band <> 'red'
)
SELECT account_id, day, 'seats' AS reason, least(1, share) AS strength, jsonb_build_object('taken', share) AS detail
FROM taken WHERE share > ${parameters.place(limitOf(thresholds, "seats"), "float8")}
UNION ALL
SELECT g.account_id, g.day, 'growth', least(1, ${trend} - 1), jsonb_build_object('change', ${trend} - 1)
FROM grid g JOIN app.health_day h ON h.account_id = g.account_id AND h.day = g.day
WHERE ${trend} >= 1 + ${parameters.place(limitOf(thresholds, "growth"), "float8")} AND h.band = 'green' AND h.tenure_days >= 112`;
  },
  words: (detail, reason) =>
    reason === "seats"
      ? `${percent(figureOf(detail, "taken"))} of the seats taken`
      : `usage +${percent(figureOf(detail, "change"))} in 28 days, and healthy`,
};
