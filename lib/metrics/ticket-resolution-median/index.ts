import type { SpreadMetric } from "@/lib/metrics/definition";
import { TICKETS_OF_MARCH } from "@/lib/metrics/example-records";
import { TICKET_DETAILS, ticketSolved } from "@/lib/metrics/relations/tickets";

/**
 * Ticket resolution time, median: the median of the hours to the full resolution of tickets fully resolved in the period.
 * Hours, drawn in a straight line between neighbours (percentile_cont, R's type 7). Null where none was resolved.
 * Source: metrics.md §0 and §16; Zendesk Help 4408834848154.
 */
export const ticketResolutionMedian: SpreadMetric = {
  face: {
    id: "ticket-resolution-median",
    name: "Ticket resolution time, median",
    group: "Support",
    unit: "hours",
    better: "lower",
    question: "How long does it usually take until a ticket is solved for good?",
    meaning: "Half of the tickets were solved for good within this time.",
    formula: { words: "the middle of the hours to full resolution", symbols: "median(hours)" },
    leavesOut: [
      "Tickets that are open, or open again: they are counted as open.",
      "Tickets said to be solved, but not when: they are counted as unknown.",
      "Excluded tickets, such as spam and merged ones.",
      "What happened at or after the instant of the reading.",
    ],
    elsewhere: [{ who: "Zendesk", how: "The same, in calendar or business hours." }],
    sources: ["Zendesk Help, native Support time duration metrics (4408834848154)", "Geckoboard KPI library, resolution time"],
    dimensions: ticketSolved.dimensions,
    example: { words: "2, 3, 5, 8 and 82 hours: the middle one is 5. The mean is 20." },
  },
  example: {
    records: TICKETS_OF_MARCH,
    value: 5,
  },
  relation: ticketSolved,
  cut: "whole",
  counts: "resolved",
  spread: "r.resolution_hours",
  aggregate: "median",
  details: TICKET_DETAILS,
};
