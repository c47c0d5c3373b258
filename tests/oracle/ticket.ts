import { type Cut, isSeen } from "./cut";
import type { Life, Ticket } from "./life";
import { fromDecimal, rational, times } from "./rational";

/** What had been told of a ticket by the instant of a reading (interfaces.md, rule 7). */
export type Told = {
  readonly ticket: Ticket;
  /** Oldest first. */
  readonly solves: readonly Date[];
  readonly reopenings: readonly Date[];
  /** What became of it later is known: its status is of then, and says nothing of the instant of the reading. */
  readonly hasLater: boolean;
  /** The source counts reopenings that it does not date, or says that the ticket is open. */
  readonly isReopenedUndated: boolean;
};

export function told({ ticketEvents }: Life, ticket: Ticket, cut: Cut): Told {
  const events = ticketEvents.filter((event) => event.ticket === ticket.externalId);
  const dates = (type: string) => events.filter((event) => event.type === type).map(({ at }) => at);
  const solves = [ticket.solvedAt, lasted(ticket), ...dates("solved")].filter((at) => at !== null);
  const seen = (dates: readonly Date[]) => dates.filter((at) => isSeen(at, cut)).sort(byTime);
  return {
    ticket,
    solves: seen(solves),
    reopenings: seen(dates("reopened")),
    hasLater: [...solves, ...dates("reopened")].some((at) => !isSeen(at, cut)),
    isReopenedUndated: dates("reopened").length === 0 && ((ticket.reopens ?? 0n) > 0n || isOpen(ticket)),
  };
}

export function firstSolve({ solves }: Told): Date | null {
  return solves[0] ?? null;
}

/** The first solve after the last reopening; none where the ticket says that it is open. */
export function fullSolve({ ticket, solves, reopenings, hasLater }: Told): Date | null {
  const last = reopenings.at(-1);
  if (isOpen(ticket) && !hasLater) return null;
  return solves.find((at) => last === undefined || at > last) ?? null;
}

export function isReopened({ reopenings, isReopenedUndated }: Told): boolean {
  return reopenings.length > 0 || isReopenedUndated;
}

function isOpen({ status }: Ticket): boolean {
  return status !== null && status !== "solved" && status !== "closed";
}

// How long it took stands in for the instant of the solve where that is not told.
function lasted({ status, solvedAt, resolutionHours, createdAt }: Ticket): Date | null {
  if (solvedAt !== null || resolutionHours === null || (status !== "solved" && status !== "closed")) return null;
  const milliseconds = times(fromDecimal(resolutionHours), rational(3_600_000n));
  return new Date(createdAt.getTime() + Number(milliseconds.n / milliseconds.d));
}

function byTime(a: Date, b: Date): number {
  return a.getTime() - b.getTime();
}
