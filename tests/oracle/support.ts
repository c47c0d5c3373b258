import { after, type Cut, count, hours, isIn, isSeen } from "./cut";
import { type Expected, quotient, total } from "./expected";
import type { Life, Ticket } from "./life";
import { compare, fromDecimal, type Rational, rational, sum, times, ZERO } from "./rational";
import { percentile } from "./spread";
import { firstSolve, fullSolve, isReopened, type Told, told } from "./ticket";

const HALF = rational(1n, 2n);
const NINE_TENTHS = rational(9n, 10n);

/** How tickets went (metrics.md 16 and 17; interfaces.md, rules 7, 13 and 18). */
export function support(life: Life, cut: Cut): Record<string, Expected> {
  const counted = life.tickets.filter(({ excluded }) => !excluded).map((ticket) => told(life, ticket, cut));
  const full = counted.filter((one) => isIn(fullSolve(one), cut));
  const first = counted.filter((one) => isIn(firstSolve(one), cut));
  const reopened = full.filter(isReopened);
  return {
    tickets: total(count(counted.filter(({ ticket }) => isIn(ticket.createdAt, cut)))),
    ...resolution("ticket-resolution", full, fullSolve),
    ...resolution("ticket-first-resolution", first, firstSolve),
    "reopen-rate": quotient(count(reopened), count(full), { resolved: count(full), reopened: count(reopened) }),
    "first-contact-resolution-rate": firstContact(first, life, cut),
    "net-first-contact-resolution-rate": firstContact(
      first.filter(({ ticket }) => !ticket.unresolvableAtFirstLevel),
      life,
      cut,
    ),
    "first-response-time": response(
      counted.map(({ ticket }) => ticket),
      cut,
    ),
  };
}

function resolution(id: string, solved: readonly Told[], solveOf: (one: Told) => Date | null): Record<string, Expected> {
  const took = solved.map((one) => hours(one.ticket.createdAt, solveOf(one) ?? one.ticket.createdAt));
  const details = { resolved: count(took) };
  return {
    [`${id}-time`]: quotient(sum(took), count(took), details),
    [`${id}-median`]: { value: percentile(took, HALF), details },
    [`${id}-p90`]: { value: percentile(took, NINE_TENTHS), details },
  };
}

// Only what has had its days to come back is judged; without replies it cannot be.
function firstContact(first: readonly Told[], { rules }: Life, cut: Cut): Expected {
  const windowEnd = (one: Told) => after(firstSolve(one) ?? cut.asOf, rules.fcr_window_days);
  const known = first.filter(({ ticket }) => ticket.agentReplies !== null);
  const mature = known.filter((one) => windowEnd(one) <= cut.asOf);
  const good = mature.filter(
    (one) =>
      (one.ticket.agentReplies ?? 0n) <= 1n &&
      !one.isReopenedUndated &&
      !one.reopenings.some((at) => at >= (firstSolve(one) ?? at) && at <= windowEnd(one)),
  );
  return quotient(count(good), count(mature), {
    immature: count(known.filter((one) => !mature.includes(one))),
    unknown: count(first.filter((one) => !known.includes(one))),
  });
}

function response(tickets: readonly Ticket[], cut: Cut): Expected {
  const waited = tickets.filter(({ createdAt }) => isIn(createdAt, cut)).flatMap((ticket) => waitedFor(ticket, cut));
  const possible = waited.filter((one) => compare(one, ZERO) >= 0);
  return quotient(sum(possible), count(possible));
}

/** Hours to the first response, where one was seen: by its instant, else by how long it is told to have taken. */
function waitedFor({ createdAt, firstResponseAt, firstResponseMinutes }: Ticket, cut: Cut): Rational[] {
  if (firstResponseAt !== null) return isSeen(firstResponseAt, cut) ? [hours(createdAt, firstResponseAt)] : [];
  if (firstResponseMinutes === null) return [];
  const took = times(fromDecimal(firstResponseMinutes), rational(1n, 60n));
  return compare(took, hours(createdAt, cut.asOf)) <= 0 ? [took] : [];
}
