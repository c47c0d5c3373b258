import type { SpreadMetric } from "@/lib/metrics/definition";
import { TWO_TICKETS } from "@/lib/metrics/example-records";
import { TICKET_DETAILS, ticketFirstSolved } from "@/lib/metrics/relations/tickets";

/**
 * First resolution time, p90: the p90 of the hours to the first resolution of tickets first resolved in the period.
 * Hours, drawn in a straight line between neighbours (percentile_cont, R's type 7). Null where none was resolved.
 * Source: metrics.md §0 and §16; Zendesk Help 4408834848154.
 */
export const ticketFirstResolutionP90: SpreadMetric = {
  face: {
    id: "ticket-first-resolution-p90",
    name: "First resolution time, p90",
    group: "Support",
    unit: "hours",
    better: "lower",
    question: "How long do the slowest tickets take until they are solved the first time?",
    meaning: "Nine in ten tickets were first solved within this time.",
    formula: { words: "the hours within which nine in ten were first solved", symbols: "p90(hours)" },
    leavesOut: [
      "Tickets never solved.",
      "Tickets said to be solved, but not when: they are counted as unknown.",
      "Excluded tickets, such as spam and merged ones.",
      "Reopenings: only the first solve counts.",
    ],
    elsewhere: [{ who: "Zendesk", how: "The same, in calendar or business hours." }],
    sources: ["Zendesk Help, native Support time duration metrics (4408834848154)", "Geckoboard KPI library, resolution time"],
    dimensions: ticketFirstSolved.dimensions,
    example: { words: "2 and 6 hours: 2 + 0.9 × (6 − 2) = 5.6. That T-2 came back does not matter." },
  },
  example: {
    records: TWO_TICKETS,
    value: 5.6,
  },
  relation: ticketFirstSolved,
  cut: "whole",
  counts: "resolved",
  spread: "r.resolution_hours",
  aggregate: "p90",
  details: TICKET_DETAILS,
};
