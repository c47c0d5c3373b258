import { ratio } from "@/lib/kernel/ratio";
import type { RowMetric } from "@/lib/metrics/definition";
import { ofShare } from "@/lib/metrics/interval";
import { TICKET_DETAILS, ticketFirstSolved } from "@/lib/metrics/relations/tickets";

/**
 * First contact resolution: #at first contact ÷ #tickets first solved in the period whose window is over.
 * Share. At first contact: one agent reply at most, and no reopening within `fcr_window_days` of 24 hours from the first solve. Null where none is decided.
 * Source: metrics.md §17; Zendesk Help on one-touch resolutions (agent replies < 2).
 */
export const firstContactResolutionRate: RowMetric = {
  face: {
    id: "first-contact-resolution-rate",
    name: "First contact resolution",
    group: "Support",
    unit: "share",
    better: "higher",
    question: "How many tickets are solved with the first answer?",
    meaning: "Of tickets first solved in the period, those solved with one agent reply at most and not reopened within the window.",
    formula: { words: "solved at first contact ÷ first solved, window over", symbols: "#first contact ÷ #decided" },
    leavesOut: [
      "Tickets whose window for reopening is not over: they are counted as immature.",
      "Tickets without a count of agent replies: they are counted as unknown.",
      "Excluded tickets, such as spam and merged ones.",
      "Tickets not solved at all.",
    ],
    elsewhere: [
      { who: "Freshservice", how: "Of resolved tickets, those with one reply." },
      { who: "Founding article", how: "Of all issues, which mixes in those not solved yet." },
    ],
    sources: [
      "Zendesk Help, one-touch resolutions (4408820618266)",
      "Founding article on customer success metrics, first contact resolution",
    ],
    dimensions: ticketFirstSolved.dimensions,
    example: { words: "T-1 and T-4 needed one reply at most. T-2 needed two, and T-3 came back after three days: 2 ÷ 4 = 50 %." },
  },
  example: {
    records: {
      accounts: [{ externalId: "harbor", name: "Harbor" }],
      tickets: [
        { externalId: "T-1", account: "harbor", createdAt: "2024-03-01", solvedAt: "2024-03-02", agentReplies: 1 },
        { externalId: "T-2", account: "harbor", createdAt: "2024-03-01", solvedAt: "2024-03-02", agentReplies: 2 },
        { externalId: "T-3", account: "harbor", createdAt: "2024-03-01", solvedAt: "2024-03-02", agentReplies: 1 },
        { externalId: "T-4", account: "harbor", createdAt: "2024-03-01", solvedAt: "2024-03-02", agentReplies: 0 },
      ],
      "ticket-events": [
        { ticket: "T-3", type: "reopened", at: "2024-03-05" },
        { ticket: "T-3", type: "solved", at: "2024-03-06" },
      ],
    },
    value: 0.5,
  },
  relation: ticketFirstSolved,
  cut: "whole",
  counts: "decided",
  numerator: "at_first_contact",
  denominator: "decided",
  interval: ofShare,
  details: {
    ...TICKET_DETAILS,
    resolved: "decided",
    unresolvable: "unresolvable",
    immature: "undecided",
    unknown: "unreplied",
  },
  variants: async ({ numerator, details: { resolved, immature, unknown, open } }) => [
    {
      who: "Of all issues, unsolved and undecided ones included",
      value: ratio(numerator ?? 0, (resolved ?? 0) + (immature ?? 0) + (unknown ?? 0) + (open ?? 0)),
    },
  ],
};
