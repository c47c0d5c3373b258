import { BUILT_IN, type HealthConfig, type Scorecard } from "@/lib/health/config";
import type { Calendar } from "./calendar";
import { MONTHS } from "./calendar";
import { MARGUERITE } from "./team";
import { MONTHS_OF_USE } from "./usage";

const [EVERYBODY] = BUILT_IN.cards;

/** Many share a seat in this business, the more of them the larger the customer: what is usual is held against that. */
function cards(): Scorecard[] {
  if (EVERYBODY === undefined) throw new Error("there is a built-in scorecard");
  const weights = EVERYBODY.weights;
  return [
    {
      ...EVERYBODY,
      id: "enterprise",
      name: "Enterprise",
      match: { dimension: "segment", values: ["Enterprise"] },
      weights: { ...weights, "seat-use": 10, engagement: 10, pulse: 10 },
      limits: { "seat-use": { red: 0.004, green: 0.016 }, engagement: { red: 45, green: 14 } },
    },
    {
      ...EVERYBODY,
      id: "mid-market",
      name: "Mid-market",
      match: { dimension: "segment", values: ["Mid-market"] },
      limits: { "seat-use": { red: 0.012, green: 0.045 }, engagement: { red: 75, green: 21 } },
    },
    { ...EVERYBODY, limits: { "seat-use": { red: 0.03, green: 0.2 }, engagement: { red: 120, green: 30 } } },
  ];
}

/** The scorecards the team published when the product began to report its use. */
export function publishedCards(calendar: Calendar) {
  const config: HealthConfig = { ...BUILT_IN, cards: cards() };
  const fromDay = calendar.month(MONTHS - MONTHS_OF_USE);
  return {
    config,
    fromDay,
    at: calendar.at(fromDay),
    note: "Use is told from this month on: a card for each size, seats held against what is usual.",
    author: MARGUERITE,
  };
}
