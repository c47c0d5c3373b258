import { figureOf, percent } from "@/lib/signals/detail";
import { heldSql, lookBack } from "@/lib/signals/held";
import { inputOf } from "@/lib/signals/measured";
import { limitOf, type Signal } from "@/lib/signals/signal";

/**
 * Use fell against the account's own past and stays there: the usage trend of its health is at most 1 − the drop, on every one of the last days. A trend of 28
 * days of few people swings by itself, and what swings comes back. Ends on the day on which it is not so. Strength: the drop itself.
 */
export const usageDrop: Signal = {
  face: {
    id: "usage-drop",
    name: "Usage drop",
    tone: "risk",
    question: "Do they use the product much less than they used to?",
    meaning: "Use in the last 28 days lies well below a 28-day average of the 84 days before, and has for some days.",
    next: { title: "Find out who stopped using what, and why", reason: "adoption" },
    thresholds: [
      { id: "drop", label: "Falls by at least", unit: "share", default: 0.4, min: 0.05, max: 0.95, step: 0.05 },
      { id: "held", label: "For at least", unit: "days", default: 10, min: 1, max: 60, step: 1 },
    ],
  },
  rows: (parameters, thresholds) => {
    const held = parameters.place(limitOf(thresholds, "held"), "int");
    const isLow = `coalesce(${inputOf("usage-trend")} <= 1 - ${parameters.place(limitOf(thresholds, "drop"), "float8")} + 1e-9, false)`;
    return `
WITH low AS MATERIALIZED (SELECT DISTINCT g.account_id FROM grid g JOIN app.health_day h ON h.account_id = g.account_id AND h.day = g.day WHERE ${isLow}),
told AS MATERIALIZED (
  SELECT h.account_id, h.day, ${inputOf("usage-trend")} AS trend, ${heldSql(isLow, held)} AS is_held FROM app.health_day h
  WHERE h.day BETWEEN (SELECT min(day) FROM grid) - ${lookBack(held)} AND (SELECT max(day) FROM grid) AND h.account_id IN (SELECT account_id FROM low)
)
SELECT g.account_id, g.day, '' AS reason, 1 - t.trend AS strength, jsonb_build_object('change', t.trend - 1) AS detail
FROM told t JOIN grid g ON g.account_id = t.account_id AND g.day = t.day WHERE t.is_held`;
  },
  words: (detail) => `usage ${percent(figureOf(detail, "change"))} in 28 days`,
};
