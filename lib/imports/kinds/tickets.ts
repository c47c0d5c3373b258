import { defineKind, optional, required } from "@/lib/imports/kind";
import { TicketRecord } from "@/lib/tickets/schema";

export const tickets = defineKind({
  name: "tickets",
  table: "ticket",
  record: TicketRecord,
  references: [{ field: "account", to: "accounts", column: "account_id" }],
  fields: {
    externalId: required("key", "external_id"),
    account: required("key", "account_id"),
    createdAt: required("instant", "opened_at"),
    subject: optional("text", "subject"),
    priority: optional("text", "priority"),
    channel: optional("text", "channel"),
    status: optional("word", "status"),
    firstResponseAt: optional("instant", "first_response_at"),
    firstResponseMinutes: optional("decimal", "first_response_minutes"),
    solvedAt: optional("instant", "solved_at"),
    resolutionHours: optional("decimal", "resolution_hours"),
    reopens: optional("whole", "reopens"),
    agentReplies: optional("whole", "agent_replies"),
    satisfaction: optional("whole", "satisfaction"),
    escalated: optional("flag", "escalated"),
    excluded: optional("flag", "excluded"),
    unresolvableAtFirstLevel: optional("flag", "unresolvable_at_first_level"),
  },
});
