import type { RowMetric } from "@/lib/metrics/definition";
import { TWO_TICKETS } from "@/lib/metrics/example-records";
import { TICKET_DETAILS, ticketFirstSolved } from "@/lib/metrics/relations/tickets";

/**
 * First resolution time: Σ hours ÷ #tickets first solved in the period.
 * Mean calendar hours (elapsed) from creation to the first solve, each ticket in the period of that solve. Null where none was solved.
 * Source: metrics.md §16; Zendesk Help 4408834848154.
 */
export const ticketFirstResolutionTime: RowMetric = {
  face: {
    id: "ticket-first-resolution-time",
    name: "First resolution time",
    group: "Support",
    unit: "hours",
    better: "lower",
    question: "How long does it take until a ticket is solved the first time?",
    meaning: "Mean hours from the creation of a ticket to its first solve, whatever came after.",
    formula: { words: "hours to the first solve ÷ tickets first solved", symbols: "Σ hours ÷ #first solved" },
    leavesOut: [
      "Tickets never solved.",
      "Tickets said to be solved, but not when: they are counted as unknown.",
      "Excluded tickets, such as spam and merged ones.",
      "Reopenings: only the first solve counts.",
    ],
    elsewhere: [{ who: "Zendesk", how: "First resolution time, shown as a median." }],
    sources: ["Zendesk Help, native Support time duration metrics (4408834848154)", "Geckoboard KPI library, resolution time"],
    dimensions: ticketFirstSolved.dimensions,
    example: { words: "T-1 took 2 hours. T-2 was first solved after 6; that it came back does not matter: (2 + 6) ÷ 2 = 4 hours." },
  },
  example: {
    records: TWO_TICKETS,
    value: 4,
  },
  relation: ticketFirstSolved,
  cut: "whole",
  counts: "resolved",
  numerator: "hours",
  denominator: "resolved",
  details: TICKET_DETAILS,
};
