import type { RowMetric } from "@/lib/metrics/definition";
import { TWO_TICKETS } from "@/lib/metrics/example-records";
import { ofShare } from "@/lib/metrics/interval";
import { TICKET_DETAILS, ticketSolved } from "@/lib/metrics/relations/tickets";

/**
 * Reopen rate: #reopened ÷ #resolved, of tickets fully resolved in the period.
 * Share of tickets; one that came back many times counts once. Null where none was resolved. Source: metrics.md §16.
 */
export const reopenRate: RowMetric = {
  face: {
    id: "reopen-rate",
    name: "Reopen rate",
    group: "Support",
    unit: "share",
    better: "lower",
    question: "How many of the tickets we solved had come back?",
    meaning: "Of tickets fully resolved in the period, those that had been reopened.",
    formula: { words: "resolved tickets that had been reopened ÷ resolved tickets", symbols: "#reopened ÷ #resolved" },
    leavesOut: [
      "Tickets open again at the instant of the reading: they are counted once they are solved.",
      "Tickets said to be solved, but not when: they are counted as unknown.",
      "Excluded tickets, such as spam and merged ones.",
    ],
    elsewhere: [{ who: "Help desks that count events", how: "Reopenings ÷ solves, where one ticket may count many times." }],
    sources: ["Zendesk Help, native Support time duration metrics (4408834848154)", "metrics.md §16"],
    dimensions: ticketSolved.dimensions,
    example: { words: "T-1 stayed solved, T-2 came back once and was solved again: 1 ÷ 2 = 50 %." },
  },
  example: {
    records: TWO_TICKETS,
    value: 0.5,
  },
  relation: ticketSolved,
  cut: "whole",
  counts: "resolved",
  numerator: "reopened",
  denominator: "resolved",
  interval: ofShare,
  details: TICKET_DETAILS,
};
