import type { RowMetric } from "@/lib/metrics/definition";
import { TICKET_DETAILS, ticketOpened } from "@/lib/metrics/relations/tickets";

/**
 * First response time: Σ hours ÷ #tickets created in the period and answered.
 * Mean calendar hours, each ticket in the period of its creation; `firstResponseMinutes` stand in where the instant is not told. A response before the ticket
 * is left out and counted in `details.invalid`; one after the solve is kept as told. Null where none was answered. Source: metrics.md §16; interfaces.md, rules 7 and 17.
 */
export const firstResponseTime: RowMetric = {
  face: {
    id: "first-response-time",
    name: "First response time",
    group: "Support",
    unit: "hours",
    better: "lower",
    question: "How long does a customer wait for the first answer?",
    meaning: "Mean hours from the creation of a ticket to the first answer, of tickets created in the period.",
    formula: { words: "hours to the first response ÷ tickets answered", symbols: "Σ hours ÷ #answered" },
    leavesOut: [
      "Tickets not answered yet: they are counted as unanswered.",
      "Responses before the ticket, which cannot be: they are counted as invalid.",
      "Excluded tickets, such as spam and merged ones.",
    ],
    elsewhere: [{ who: "Zendesk", how: "First reply time, by the month of the reply or of the ticket, shown as a median." }],
    sources: ["Zendesk Help, native Support time duration metrics (4408834848154)"],
    dimensions: ticketOpened.dimensions,
    example: { words: "T-1 was answered after 1 hour, T-2 after 120 minutes, T-3 not yet: (1 + 2) ÷ 2 = 1.5 hours." },
  },
  example: {
    records: {
      accounts: [{ externalId: "harbor", name: "Harbor" }],
      tickets: [
        { externalId: "T-1", account: "harbor", createdAt: "2024-03-01T08:00", firstResponseAt: "2024-03-01T09:00" },
        { externalId: "T-2", account: "harbor", createdAt: "2024-03-02T08:00", firstResponseMinutes: 120 },
        { externalId: "T-3", account: "harbor", createdAt: "2024-03-03" },
      ],
    },
    value: 1.5,
  },
  relation: ticketOpened,
  cut: "whole",
  counts: "responded",
  numerator: "first_hours",
  denominator: "responded",
  details: { ...TICKET_DETAILS, invalid: "invalid", unanswered: "unanswered" },
};
