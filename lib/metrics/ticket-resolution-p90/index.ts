import type { SpreadMetric } from "@/lib/metrics/definition";
import { TICKETS_OF_MARCH } from "@/lib/metrics/example-records";
import { TICKET_DETAILS, ticketSolved } from "@/lib/metrics/relations/tickets";

/**
 * Ticket resolution time, p90: the p90 of the hours to the full resolution of tickets fully resolved in the period.
 * Hours, drawn in a straight line between neighbours (percentile_cont, R's type 7). Null where none was resolved.
 * Source: metrics.md §0 and §16; Zendesk Help 4408834848154.
 */
export const ticketResolutionP90: SpreadMetric = {
  face: {
    id: "ticket-resolution-p90",
    name: "Ticket resolution time, p90",
    group: "Support",
    unit: "hours",
    better: "lower",
    question: "How long do the slowest tickets take until they are solved for good?",
    meaning: "Nine in ten tickets were solved for good within this time.",
    formula: { words: "the hours within which nine in ten were fully resolved", symbols: "p90(hours)" },
    leavesOut: [
      "Tickets that are open, or open again: they are counted as open.",
      "Tickets said to be solved, but not when: they are counted as unknown.",
      "Excluded tickets, such as spam and merged ones.",
      "What happened at or after the instant of the reading.",
    ],
    elsewhere: [{ who: "Zendesk", how: "The same, in calendar or business hours." }],
    sources: ["Zendesk Help, native Support time duration metrics (4408834848154)", "Geckoboard KPI library, resolution time"],
    dimensions: ticketSolved.dimensions,
    example: { words: "2, 3, 5, 8 and 82 hours: 8 + 0.6 × (82 − 8) = 52.4." },
  },
  example: {
    records: TICKETS_OF_MARCH,
    value: 52.4,
  },
  relation: ticketSolved,
  cut: "whole",
  counts: "resolved",
  spread: "r.resolution_hours",
  aggregate: "p90",
  details: TICKET_DETAILS,
};
