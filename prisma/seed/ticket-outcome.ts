import { hoursAfter } from "./hours";
import type { Random } from "./random";

type Event = { at: Date; type: "solved" | "reopened" };

/** How a ticket went, as far as it has. */
export type Outcome = {
  status: "open" | "pending" | "solved" | "closed";
  firstResponseAt?: Date | undefined;
  solvedAt?: Date | undefined;
  reopens?: bigint | undefined;
  agentReplies: bigint;
  satisfaction?: bigint | undefined;
  events: readonly Event[];
};

type Asked = { createdAt: Date; priority: string; channel: string; content: number; escalated: boolean; now: Date };

const MEDIAN_HOURS: Record<string, number> = { low: 13, normal: 7.5, high: 5, urgent: 3.4 };
const MEDIAN_RESPONSE: Record<string, number> = { phone: 0.03, chat: 0.12, email: 2.2, "web form": 2.8 };
const CLOSED_AFTER_DAYS = 10;

export function outcomeOf(random: Random, asked: Asked): Outcome {
  const hard = asked.escalated ? 4 : 1 + 0.8 * (1 - asked.content);
  const hours = random.logNormal((MEDIAN_HOURS[asked.priority] ?? 9) * hard, 1.45);
  const response = Math.min(hours * 0.9, random.logNormal((MEDIAN_RESPONSE[asked.channel] ?? 2) * hard, 0.9));
  const solvedAt = hoursAfter(asked.createdAt, hours);
  const replies = asked.escalated || random.chance(0.27) ? random.whole(2, 6) : 1;
  const again = random.chance(0.035 + 0.28 * (1 - asked.content) ** 2) ? reopening(random, solvedAt) : [];
  const angry = hours > 72 || again.length > 0 ? 0.16 : 0;
  const satisfaction = random.chance(0.31) ? BigInt(satisfied(random, asked.content - angry)) : undefined;
  return seenAt({ response: hoursAfter(asked.createdAt, response), solvedAt, replies, again, satisfaction }, asked.now);
}

function reopening(random: Random, solvedAt: Date): Event[] {
  const reopened = hoursAfter(solvedAt, random.logNormal(40, 0.9));
  return [
    { at: reopened, type: "reopened" },
    { at: hoursAfter(reopened, random.logNormal(20, 1)), type: "solved" },
  ];
}

/** A mark out of five from somebody this content. */
export function satisfied(random: Random, content: number): number {
  return Math.max(1, Math.min(5, Math.round(1.15 + content * 4.1 + random.normal(0, 1.5 * Math.sqrt(1 - Math.min(1, content))))));
}

type Course = { response: Date; solvedAt: Date; replies: number; again: readonly Event[]; satisfaction: bigint | undefined };

// What lies after this moment has not happened yet.
function seenAt({ response, solvedAt, replies, again, satisfaction }: Course, now: Date): Outcome {
  const firstResponseAt = response < now ? response : undefined;
  const happened = [{ at: solvedAt, type: "solved" } as const, ...again].filter(({ at }) => at < now);
  const last = happened.at(-1);
  if (!last) return { status: firstResponseAt ? "pending" : "open", firstResponseAt, agentReplies: firstResponseAt ? 1n : 0n, events: [] };
  const reopens = happened.filter(({ type }) => type === "reopened").length;
  const isOpen = last.type === "reopened";
  const isClosed = now.getTime() - last.at.getTime() > CLOSED_AFTER_DAYS * 86_400_000;
  return {
    status: isOpen ? "open" : isClosed ? "closed" : "solved",
    firstResponseAt,
    solvedAt: isOpen ? undefined : last.at,
    reopens: BigInt(reopens),
    agentReplies: BigInt(replies + reopens),
    satisfaction: isOpen ? undefined : satisfaction,
    events: reopens > 0 ? happened.filter(({ at }) => isOpen || at !== last.at) : [],
  };
}
