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
});
