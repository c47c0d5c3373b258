import type { RowOf } from "@/lib/imports/registry";
import { id } from "./golden-records";

const at = (text: string) => new Date(`2024-${text}:00Z`);

function ticket(number: number, name: string, createdAt: string, rest: Partial<RowOf<"tickets">>): RowOf<"tickets"> {
  return {
    externalId: `${id(name)} T-${number}`,
    account: id(name),
    createdAt: at(createdAt),
    priority: "normal",
    channel: "email",
    subject: `Question ${number} of ${id(name)}`,
    ...rest,
  };
}

/**
 * Tickets around March 2024; in hours from the creation:
 *
 *                    first response   first solve   full solve   replies
 *   T-1  Anchor                   1             4            4         1   rated 5
 *   T-2  Anchor                   3            24           24         3   rated 4
 *   T-3  Grower                   1             6           72         1   solved, reopened two days later, solved for good
 *   T-4  Shrinker                 2            10           10         –   nobody counted the replies
 *   T-5  Leaver                   5             –            –         2   still open, escalated
 *   T-6  Euro                    −½            12           12         0   the response lies before the ticket
 *   T-7  Pair                     1             1            1         1   spam: excluded
 *   T-8  Discounted               2            30           30         2   told in minutes and hours; not one for the first level
 *   T-9  Anchor                   –            48           48         1   came in February
 *   T-10 Grower                   –            24           24         1   reopened once, nobody knows when
 *   T-11 Yearly                   –            72           72         1   solved in April
 */
export const tickets: RowOf<"tickets">[] = [
  ticket(1, "Anchor", "03-04T09:00", {
    firstResponseAt: at("03-04T10:00"),
    solvedAt: at("03-04T13:00"),
    status: "closed",
    agentReplies: 1n,
    satisfaction: 5n,
  }),
  ticket(2, "Anchor", "03-05T09:00", {
    firstResponseAt: at("03-05T12:00"),
    solvedAt: at("03-06T09:00"),
    status: "closed",
    agentReplies: 3n,
    satisfaction: 4n,
    priority: "high",
  }),
  ticket(3, "Grower", "03-06T09:00", {
    firstResponseAt: at("03-06T10:00"),
    solvedAt: at("03-09T09:00"),
    status: "solved",
    agentReplies: 1n,
    channel: "chat",
  }),
  ticket(4, "Shrinker", "03-11T09:00", {
    firstResponseAt: at("03-11T11:00"),
    solvedAt: at("03-11T19:00"),
    status: "solved",
    channel: "phone",
  }),
  ticket(5, "Leaver", "03-12T09:00", {
    firstResponseAt: at("03-12T14:00"),
    status: "open",
    agentReplies: 2n,
    escalated: true,
    priority: "urgent",
  }),
  ticket(6, "Euro", "03-13T09:00", { firstResponseAt: at("03-13T08:30"), solvedAt: at("03-13T21:00"), status: "closed", agentReplies: 0n }),
  ticket(7, "Pair", "03-14T09:00", {
    firstResponseAt: at("03-14T10:00"),
    solvedAt: at("03-14T10:00"),
    status: "closed",
    agentReplies: 1n,
    excluded: true,
  }),
  ticket(8, "Discounted", "03-18T09:00", {
    firstResponseMinutes: "120",
    resolutionHours: "30",
    status: "solved",
    agentReplies: 2n,
    unresolvableAtFirstLevel: true,
  }),
  ticket(9, "Anchor", "02-28T09:00", { solvedAt: at("03-01T09:00"), status: "closed", agentReplies: 1n }),
  ticket(10, "Grower", "03-29T09:00", { solvedAt: at("03-30T09:00"), status: "closed", agentReplies: 1n, reopens: 1n, channel: "chat" }),
  ticket(11, "Yearly", "03-30T09:00", { solvedAt: at("04-02T09:00"), status: "closed", agentReplies: 1n, priority: "low" }),
];

export const ticketEvents: RowOf<"ticket-events">[] = [
  { ticket: `${id("Grower")} T-3`, at: at("03-06T15:00"), type: "solved" },
  { ticket: `${id("Grower")} T-3`, at: at("03-08T09:00"), type: "reopened" },
];

/**
 * March: nine came in (1 to 6, 8, 10, 11). Eight were solved for good: 4, 24, 72, 10, 12, 30, 48 and 24 hours, 224 together, the middle two 24.
 * To the first solve T-3 took 6 instead of 72: 158, the middle two 12 and 24. Responses: 1, 3, 1, 2, 5 and 2 hours, 14 by six.
 * First contact: T-1, T-6 and T-9, of seven (T-4 is unknown); without T-8 of six. Reopened: T-3 and T-10, of eight.
 */
export const ticketValues = {
  tickets: 9,
  "ticket-resolution-time": 224 / 8,
  "ticket-resolution-median": 24,
  "ticket-first-resolution-time": 158 / 8,
  "ticket-first-resolution-median": 18,
  "first-response-time": 14 / 6,
  "first-contact-resolution-rate": 3 / 7,
  "net-first-contact-resolution-rate": 3 / 6,
  "reopen-rate": 2 / 8,
};
