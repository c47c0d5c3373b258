import { BAND_WORDS } from "@/lib/kernel/band-words";
import { formatMoney } from "@/lib/kernel/money";
import type { Line } from "@/lib/signals/queue/lines";
import { FARTHEST, SAFETY_LEFT, UNKNOWN_NEARNESS, UNKNOWN_RISK } from "@/lib/signals/queue/order";

type Placed = Pick<Line, "stake" | "score" | "held" | "signals" | "daysToRenewal">;

export type StakeRow = { sign: string; name: string; figure: string; why: string };

/** The three factors of an account's place, each with where it comes from. */
export function stakeRows(line: Placed, currency: string): StakeRow[] {
  const { stake, daysToRenewal } = line;
  return [
    {
      sign: "",
      name: "Money",
      figure: formatMoney(stake.money, currency),
      why: stake.money === null ? "an exchange rate is missing" : "MRR now",
    },
    { sign: "×", name: "Risk", figure: stake.risk.toFixed(3), why: riskWhy(line) },
    { sign: "×", name: "Nearness", figure: stake.nearness.toFixed(3), why: nearnessWhy(daysToRenewal) },
  ];
}

function riskWhy({ score, held, signals, stake }: Placed): string {
  const scored = score === null ? `no score: ${UNKNOWN_RISK}` : `(100 − ${score.toFixed(1)}) ÷ 100`;
  const kept = held === null ? scored : `${scored}, held within ${BAND_WORDS[held]} by hand: ${stake.base.toFixed(3)}`;
  if (signals === 0) return kept;
  const raised = `1 − (1 − ${stake.base.toFixed(3)}) × ${SAFETY_LEFT}${signals > 1 ? ` for each of ${signals} signals` : " for 1 signal"}`;
  return `${kept}; ${raised}`;
}

function nearnessWhy(days: number | null): string {
  if (days === null) return `no renewal date is known: ${UNKNOWN_NEARNESS}`;
  if (days <= 0) return days === 0 ? "it renews today" : "its renewal is overdue";
  return `1 on the day of renewal, ${FARTHEST} a year before: ${days.toLocaleString("en-US")} ${days === 1 ? "day" : "days"} away`;
}
