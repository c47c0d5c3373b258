import type { SpreadMetric } from "@/lib/metrics/definition";
import { TWO_TICKETS } from "@/lib/metrics/example-records";
import { TICKET_DETAILS, ticketFirstSolved } from "@/lib/metrics/relations/tickets";

/**
 * First resolution time, median: the median of the hours to the first resolution of tickets first resolved in the period.
 * Hours, drawn in a straight line between neighbours (percentile_cont, R's type 7). Null where none was resolved.
 * Source: metrics.md §0 and §16; Zendesk Help 4408834848154.
 */
export const ticketFirstResolutionMedian: SpreadMetric = {
  face: {
    id: "ticket-first-resolution-median",
    name: "First resolution time, median",
    group: "Support",
    unit: "hours",
    better: "lower",
    question: "How long does it usually take until a ticket is solved the first time?",
    meaning: "Half of the tickets were first solved within this time.",
    formula: { words: "the middle of the hours to the first solve", symbols: "median(hours)" },
    leavesOut: [
      "Tickets never solved.",
      "Tickets said to be solved, but not when: they are counted as unknown.",
      "Excluded tickets, such as spam and merged ones.",
      "Reopenings: only the first solve counts.",
    ],
    elsewhere: [{ who: "Zendesk", how: "The same, in calendar or business hours." }],
    sources: ["Zendesk Help, native Support time duration metrics (4408834848154)", "Geckoboard KPI library, resolution time"],
    dimensions: ticketFirstSolved.dimensions,
    example: { words: "2 and 6 hours: halfway between them is 4. That T-2 came back does not matter." },
  },
  example: {
    records: TWO_TICKETS,
    value: 4,
  },
  relation: ticketFirstSolved,
  cut: "whole",
  counts: "resolved",
  spread: "r.resolution_hours",
  aggregate: "median",
  details: TICKET_DETAILS,
};
