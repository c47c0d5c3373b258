import { figureOf, percent } from "@/lib/signals/detail";
import { inputOf } from "@/lib/signals/measured";
import { limitOf, type Signal } from "@/lib/signals/signal";

/** Use fell against the account's own past: the usage trend of its health is at most 1 − the drop. Strength: the drop itself. */
export const usageDrop: Signal = {
  face: {
    id: "usage-drop",
    name: "Usage drop",
    tone: "risk",
    question: "Do they use the product much less than they used to?",
    meaning: "Use in the last 28 days lies well below a 28-day average of the 84 days before.",
    next: { title: "Find out who stopped using what, and why", reason: "adoption" },
    thresholds: [{ id: "drop", label: "Falls by at least", unit: "share", default: 0.4, min: 0.05, max: 0.95, step: 0.05 }],
  },
  lingers: 7,
  rows: (parameters, thresholds) => {
    const trend = inputOf("usage-trend");
    return `
SELECT g.account_id, g.day, '' AS reason, 1 - ${trend} AS strength, jsonb_build_object('change', ${trend} - 1) AS detail
FROM grid g JOIN app.health_day h ON h.account_id = g.account_id AND h.day = g.day
WHERE ${trend} <= 1 - ${parameters.place(limitOf(thresholds, "drop"), "float8")} + 1e-9`;
  },
  words: (detail) => `usage ${percent(figureOf(detail, "change"))} in 28 days`,
};
