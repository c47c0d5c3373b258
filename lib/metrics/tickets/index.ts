import type { RowMetric } from "@/lib/metrics/definition";
import { TICKET_DETAILS, ticketOpened } from "@/lib/metrics/relations/tickets";

/**
 * Tickets: #tickets created in the period.
 * Count; excluded ones (spam, merged) are not tickets of anybody, and are counted in `details.excluded`. 0 where none came in.
 * Source: metrics.md §16; interfaces.md, rule 18.
 */
export const tickets: RowMetric = {
  face: {
    id: "tickets",
    name: "Tickets",
    group: "Support",
    unit: "count",
    better: "neither",
    question: "How many requests for help came in?",
    meaning: "Tickets created in the period, excluded ones left out.",
    formula: { words: "number of tickets created in the period", symbols: "#tickets" },
    leavesOut: [
      "Excluded tickets, such as spam and merged ones: they are counted as excluded.",
      "Tickets created before the period, however long they stayed open.",
    ],
    elsewhere: [{ who: "Zendesk", how: "Created tickets, deleted spam left out, merged ones included." }],
    sources: ["Zendesk Help, created tickets", "Founding article on customer success metrics, ticket resolution time"],
    dimensions: ticketOpened.dimensions,
    example: { words: "Two tickets came in, and a third was spam: 2." },
  },
  example: {
    records: {
      accounts: [{ externalId: "harbor", name: "Harbor" }],
      tickets: [
        { externalId: "T-1", account: "harbor", createdAt: "2024-03-01T08:00", solvedAt: "2024-03-01T10:00" },
        { externalId: "T-2", account: "harbor", createdAt: "2024-03-02" },
        { externalId: "T-3", account: "harbor", createdAt: "2024-03-03", excluded: "true" },
      ],
    },
    value: 2,
  },
  relation: ticketOpened,
  cut: "whole",
  counts: "tickets",
  numerator: "tickets",
  details: TICKET_DETAILS,
};
