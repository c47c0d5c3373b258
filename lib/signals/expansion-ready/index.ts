import { figureOf, percent } from "@/lib/signals/detail";
import { inputOf } from "@/lib/signals/measured";
import { limitOf, type Signal } from "@/lib/signals/signal";

/**
 * There is room to grow, told by the account's health: seats are nearly all in use (active users ÷ seats) and it is not at risk; or use grows against the
 * account's own past while it is healthy, once there are 112 days of it. One reason for each of the two. Strength: how full, or how much more, at most 1.
 */
export const expansionReady: Signal = {
  face: {
    id: "expansion-ready",
    name: "Expansion ready",
    tone: "chance",
    question: "Do they need more than they have?",
    meaning: "Nearly all seats are in use, or use grows while the account is healthy.",
    next: { title: "Propose more seats or the next plan", reason: "expansion" },
    thresholds: [
      { id: "seats", label: "Seats in use, above", unit: "share", default: 0.9, min: 0.5, max: 1.5, step: 0.05 },
      { id: "growth", label: "Use grows by at least", unit: "share", default: 0.5, min: 0.05, max: 3, step: 0.05 },
    ],
  },
  lingers: 7,
  rows: (parameters, thresholds) => {
    const [trend, seats] = [inputOf("usage-trend"), inputOf("seat-use")];
    const days = "FROM grid g JOIN app.health_day h ON h.account_id = g.account_id AND h.day = g.day";
    return `
SELECT g.account_id, g.day, 'seats' AS reason, least(1, ${seats}) AS strength, jsonb_build_object('used', ${seats}) AS detail
${days} WHERE ${seats} > ${parameters.place(limitOf(thresholds, "seats"), "float8")} AND h.band <> 'red'
UNION ALL
SELECT g.account_id, g.day, 'growth', least(1, ${trend} - 1), jsonb_build_object('change', ${trend} - 1)
${days} WHERE ${trend} >= 1 + ${parameters.place(limitOf(thresholds, "growth"), "float8")} AND h.band = 'green' AND h.tenure_days >= 112`;
  },
  words: (detail, reason) =>
    reason === "seats"
      ? `${percent(figureOf(detail, "used"))} of the seats in use`
      : `usage +${percent(figureOf(detail, "change"))} in 28 days, and healthy`,
};
