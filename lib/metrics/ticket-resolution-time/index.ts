import type { RowMetric } from "@/lib/metrics/definition";
import { TWO_TICKETS } from "@/lib/metrics/example-records";
import { TICKET_DETAILS, ticketSolved } from "@/lib/metrics/relations/tickets";

/**
 * Ticket resolution time: Σ hours ÷ #tickets fully resolved in the period.
 * Mean calendar hours (elapsed, also across a change of the clock) from creation to the first solve after the last reopening, each ticket in the period of that
 * solve, as of the instant of the reading. Null where none was resolved. Source: metrics.md §16; Zendesk Help 4408834848154.
 */
export const ticketResolutionTime: RowMetric = {
  face: {
    id: "ticket-resolution-time",
    name: "Ticket resolution time",
    group: "Support",
    unit: "hours",
    better: "lower",
    question: "How long does it take until a ticket is solved for good?",
    meaning: "Mean hours from the creation of a ticket to its full resolution, the first solve after the last reopening.",
    formula: { words: "hours to full resolution ÷ tickets fully resolved", symbols: "Σ hours ÷ #resolved" },
    leavesOut: [
      "Tickets that are open, or open again: they are counted as open.",
      "Tickets said to be solved, but not when: they are counted as unknown.",
      "Excluded tickets, such as spam and merged ones.",
      "What happened at or after the instant of the reading.",
    ],
    elsewhere: [
      { who: "Zendesk", how: "Full resolution time, shown as a median; one ticket of weeks moves the mean to 20 where the median is 4." },
      { who: "Help desks with business hours", how: "Only the hours in which somebody works." },
    ],
    sources: [
      "Zendesk Help, native Support time duration metrics (4408834848154)",
      "Geckoboard KPI library, resolution time",
      "Founding article on customer success metrics, ticket resolution time",
    ],
    dimensions: ticketSolved.dimensions,
    example: { words: "T-1 took 2 hours. T-2 was solved after 6, came back, and was solved for good after 36: (2 + 36) ÷ 2 = 19 hours." },
  },
  example: {
    records: TWO_TICKETS,
    value: 19,
  },
  relation: ticketSolved,
  cut: "whole",
  counts: "resolved",
  numerator: "hours",
  denominator: "resolved",
  details: TICKET_DETAILS,
};
