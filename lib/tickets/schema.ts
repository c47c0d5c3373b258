import { z } from "zod";
import { decimal, instant, integer, key, label, note, optional, ordered, whole, word } from "@/lib/platform/record";

export const TICKET_STATUSES = ["new", "open", "pending", "hold", "solved", "closed"] as const;
export const TICKET_EVENTS = ["solved", "reopened"] as const;

const flag = z.boolean({ error: "unknown-value" }).default(false);

/**
 * A request for help. `solvedAt` is a solve; `resolutionHours` tells how long it took where that instant is not known. A first response is
 * kept as told, be it before the ticket or after its solve: the numbers leave out what cannot be.
 */
export const TicketRecord = z
  .strictObject({
    externalId: key,
    account: key,
    createdAt: instant,
    subject: note,
    priority: label,
    channel: label,
    status: optional(word(TICKET_STATUSES)),
    firstResponseAt: optional(instant),
    firstResponseMinutes: optional(decimal),
    solvedAt: optional(instant),
    resolutionHours: optional(decimal),
    reopens: optional(whole),
    agentReplies: optional(whole),
    satisfaction: optional(integer.refine((value) => value >= 1n && value <= 5n, { error: "out-of-range" })),
    escalated: flag,
    excluded: flag,
    unresolvableAtFirstLevel: flag,
  })
  .superRefine(({ createdAt, solvedAt }, context) => ordered(createdAt, solvedAt, "solvedAt", context));

/** A solve or a reopening beside the ticket's own `solvedAt`. */
export const TicketEventRecord = z.strictObject({ externalId: optional(key), ticket: key, at: instant, type: word(TICKET_EVENTS) });
