import { answerWords } from "@/app/w/[workspace]/accounts/[accountId]/answer-words";
import type { TimelineLine } from "@/lib/accounts/data";
import type { Stream } from "@/lib/accounts/streams";
import { formatMoney } from "@/lib/kernel/money";
import { milestoneWords } from "@/lib/usage/rules";

export const STREAM_WORDS: Record<Stream, string> = {
  touches: "Touches",
  notes: "Notes",
  tasks: "Tasks",
  signals: "Signals",
  health: "Health",
  tickets: "Tickets",
  answers: "Answers",
  money: "Money",
  contracts: "Contracts",
  milestones: "Milestones",
  offers: "Offers",
  owners: "Owners",
  edits: "Edits",
};

/** What a line of the timeline says, and what stands under it. `owner` calls an owner by name. */
export function eventWords(
  { facts }: Pick<TimelineLine, "facts">,
  owner: (email: string | null) => string,
): { words: string; under?: string } {
  const text = (fact: string) => (typeof facts[fact] === "string" ? facts[fact] : null);
  const number = (fact: string) => (typeof facts[fact] === "number" ? facts[fact] : null);
  const money = (fact: string) => formatMoney(number(fact), text("currency") ?? "USD");
  const ticket = text("subject") ?? text("name") ?? "";
  switch (facts.what) {
    case "opened":
      return { words: "Ticket opened", under: ticket };
    case "solved":
      return { words: `Ticket solved${number("score") === null ? "" : `, satisfaction ${number("score")} of 5`}`, under: ticket };
    case "reopened":
      return { words: "Ticket reopened", under: ticket };
    case "nps":
    case "csat":
    case "ces":
      return answered({ kind: facts.what, score: number("score"), scale: number("scale") ?? 10 }, text("by"), text("comment"));
    case "moved":
      return { words: `MRR ${(number("delta") ?? 0) > 0 ? "+" : ""}${money("delta")}, then ${money("balance")}` };
    case "bought":
      return { words: `Bought once for ${money("delta")}` };
    case "due":
      return { words: `Contract over ${money("delta")} was due for renewal` };
    case "renewed":
      return { words: `Contract renewed at ${money("delta")}` };
    case "reached":
      return { words: `Reached: ${milestoneWords(text("name") ?? "")}` };
    case "presented":
      return { words: `Offer presented: ${offer(text("name"))}${number("delta") === null ? "" : ` of ${money("delta")}`}` };
    case "accepted":
      return { words: `Offer accepted: ${offer(text("name"))}` };
    case "declined":
      return { words: text("name") === null ? `Contract over ${money("delta")} declined` : `Offer declined: ${offer(text("name"))}` };
    case "referred":
      return { words: `Referred ${text("name") ?? "somebody"}` };
    case "converted":
      return { words: `${text("name") ?? "Whom they referred"} became a customer` };
    case "owner":
      return { words: `Owner: ${owner(text("name"))}`, under: `was ${owner(text("was"))}` };
    default:
      return edited(facts);
  }
}

function answered(answer: Parameters<typeof answerWords>[0], by: string | null, comment: string | null) {
  const words = `${answerWords(answer).words}${by ? `, ${by}` : ""}`;
  return comment ? { words, under: `“${comment}”` } : { words };
}

const EDITS: Readonly<Record<string, string>> = { create: "Made by hand", change: "Changed by hand", delete: "Deleted by hand" };

function edited({ what, name, by, changes }: TimelineLine["facts"]) {
  const kind = String(name ?? "")
    .replace("-", " ")
    .replace(/s$/, "");
  const told = Array.isArray(changes) ? changes.join("; ") : "";
  return { words: `${EDITS[what] ?? what}: ${kind}, ${by ?? ""}`, ...(told && what !== "create" ? { under: told } : {}) };
}

function offer(kind: string | null): string {
  return kind === "cross_sell" ? "cross-sell" : (kind ?? "");
}
