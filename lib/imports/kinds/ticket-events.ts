import { defineKind, optional, required } from "@/lib/imports/kind";
import { TicketEventRecord } from "@/lib/tickets/schema";

export const ticketEvents = defineKind({
  name: "ticket-events",
  table: "ticket_event",
  record: TicketEventRecord,
  counted: true,
  references: [{ field: "ticket", to: "tickets", column: "ticket_id", notBefore: "at" }],
  fields: {
    externalId: optional("key", "external_id"),
    ticket: required("key", "ticket_id"),
    at: required("instant", "at"),
    type: required("word", "type"),
  },
  example: {
    externalId: "N-1001",
    ticket: "T-1001",
    at: "2025-06-04T15:30",
    type: "solved",
  },
});
