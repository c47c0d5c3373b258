import fc from "fast-check";
import { instantIn, oneIn } from "./generate";
import { satisfaction } from "./generate-voice";
import type { Ticket, TicketEvent } from "./life";

const HOUR = 3_600_000;

type Case = { readonly ticket: Ticket; readonly events: readonly TicketEvent[] };

/** Stretches on which windows turn, to the millisecond; `days` is the window in force. */
export function gap(days: number): fc.Arbitrary<number> {
  const window = 24 * days * HOUR;
  return fc.constantFrom(
    1,
    60_000,
    HOUR,
    7 * HOUR,
    26 * HOUR,
    window - HOUR,
    window - 1,
    window,
    window + 1,
    window + HOUR,
    33 * 24 * HOUR,
  );
}

/** Tickets solved, reopened and solved again, dated by events, by themselves or only by how long they took. */
export function ticketsOf(prefix: string, accounts: readonly string[], zone: string, window: number): fc.Arbitrary<Case[]> {
  return fc.array(fc.constantFrom(...accounts), { maxLength: 4 }).chain((drawn) => {
    const cases = drawn.map((account, place) => ticketOf(account, `${prefix}-t${place}`, zone, window));
    return fc.tuple(...cases);
  });
}

function ticketOf(account: string, externalId: string, zone: string, window: number): fc.Arbitrary<Case> {
  const row = fc.record({
    externalId: fc.constant(externalId),
    account: fc.constant(account),
    createdAt: instantIn(zone),
    priority: fc.constantFrom(null, "high", "low"),
    channel: fc.constantFrom(null, "email", "chat"),
    status: fc.constantFrom(
      null,
      null,
      "new" as const,
      "open" as const,
      "pending" as const,
      "solved" as const,
      "solved" as const,
      "closed" as const,
    ),
    firstResponseMinutes: oneIn(3, fc.constantFrom("0", "12.5", "90", "4000")),
    agentReplies: fc.constantFrom(null, 0n, 1n, 1n, 2n),
    satisfaction,
    excluded: fc.constantFrom(false, false, false, false, true),
    unresolvableAtFirstLevel: fc.constantFrom(false, false, false, true),
  });
  const steps = fc.array(fc.tuple(fc.constantFrom("solved" as const, "reopened" as const), gap(window)), { maxLength: 4 });
  return fc
    .record({
      row,
      responded: oneIn(2, fc.constantFrom(-HOUR, 0, 1, HOUR, 90 * HOUR)),
      solved: oneIn(2, gap(window)),
      steps,
      undated: undated(),
    })
    .map(({ row, responded, solved, steps, undated }) => {
      const later = (by: number | null) => (by === null ? null : new Date(row.createdAt.getTime() + by));
      const ticket: Ticket = { ...row, firstResponseAt: later(responded), solvedAt: later(solved), resolutionHours: null, reopens: null };
      if (undated !== null) return { ticket: { ...ticket, ...undated }, events: [] };
      return { ticket, events: eventsOf(ticket, steps) };
    });
}

// What a source without events tells.
function undated() {
  const told = fc.record({
    solvedAt: fc.constant(null),
    resolutionHours: fc.constantFrom("0", "0.5", "2.75", "24", "169", "800"),
    reopens: fc.constantFrom(null, 0n, 1n),
  });
  return oneIn(3, told);
}

// Half of them as they go, a reopening after each solve; half as drawn.
function eventsOf(
  { externalId, createdAt, solvedAt, excluded }: Ticket,
  steps: readonly (readonly ["solved" | "reopened", number])[],
): TicketEvent[] {
  let at = (solvedAt ?? createdAt).getTime();
  let next: TicketEvent["type"] = solvedAt === null ? "solved" : "reopened";
  return steps.map(([drawn, gap]) => {
    at += gap;
    const type = excluded ? drawn : next;
    next = type === "solved" ? "reopened" : "solved";
    return { ticket: externalId, at: new Date(at), type };
  });
}
