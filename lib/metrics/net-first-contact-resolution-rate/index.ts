import type { RowMetric } from "@/lib/metrics/definition";
import { ofShare } from "@/lib/metrics/interval";
import { TICKET_DETAILS, ticketFirstSolved } from "@/lib/metrics/relations/tickets";

/**
 * Net first contact resolution: the same over tickets that the first level can solve at all.
 * Share; tickets marked `unresolvableAtFirstLevel` are in neither figure. Null where none is decided.
 * Source: metrics.md §17; Medallia and MetricNet on net FCR.
 */
export const netFirstContactResolutionRate: RowMetric = {
  face: {
    id: "net-first-contact-resolution-rate",
    name: "Net first contact resolution",
    group: "Support",
    unit: "share",
    better: "higher",
    question: "How many of the tickets that the first level can solve are solved with the first answer?",
    meaning: "First contact resolution over tickets that can be solved at the first level.",
    formula: { words: "solved at first contact ÷ first solved, window over", symbols: "#first contact ÷ #decided" },
    leavesOut: [
      "Tickets whose window for reopening is not over: they are counted as immature.",
      "Tickets without a count of agent replies: they are counted as unknown.",
      "Excluded tickets, such as spam and merged ones.",
      "Tickets not solved at all.",
      "Tickets that can never be solved at the first level: they are counted as unresolvable.",
    ],
    elsewhere: [{ who: "Medallia", how: "The same: issues beyond the first level are left out." }],
    sources: ["Medallia docs, FCR and net FCR", "MetricNet on net first contact resolution"],
    dimensions: ticketFirstSolved.dimensions,
    example: {
      words: "T-2 could never be solved at the first level. T-3 came back after three days: of T-1, T-3 and T-4, 2 ÷ 3 = 66.7 %.",
    },
  },
  example: {
    records: {
      accounts: [{ externalId: "harbor", name: "Harbor" }],
      tickets: [
        { externalId: "T-1", account: "harbor", createdAt: "2024-03-01", solvedAt: "2024-03-02", agentReplies: 1 },
        {
          externalId: "T-2",
          account: "harbor",
          createdAt: "2024-03-01",
          solvedAt: "2024-03-02",
          agentReplies: 2,
          unresolvableAtFirstLevel: "true",
        },
        { externalId: "T-3", account: "harbor", createdAt: "2024-03-01", solvedAt: "2024-03-02", agentReplies: 1 },
        { externalId: "T-4", account: "harbor", createdAt: "2024-03-01", solvedAt: "2024-03-02", agentReplies: 0 },
      ],
      "ticket-events": [
        { ticket: "T-3", type: "reopened", at: "2024-03-05" },
        { ticket: "T-3", type: "solved", at: "2024-03-06" },
      ],
    },
    value: 2 / 3,
  },
  relation: ticketFirstSolved,
  cut: "whole",
  counts: "net_decided",
  numerator: "net_at_first_contact",
  denominator: "net_decided",
  interval: ofShare,
  details: {
    ...TICKET_DETAILS,
    resolved: "net_decided",
    unresolvable: "unresolvable",
    immature: "net_undecided",
    unknown: "net_unreplied",
  },
};
