import type { Role } from "@/lib/platform/scope";

export const CADENCES = ["never", "at_once", "daily", "weekly"] as const;
export const REACHES = ["mine", "team", "all"] as const;

export type Cadence = (typeof CADENCES)[number];
export type Reach = (typeof REACHES)[number];

type Face = {
  readonly id: string;
  readonly name: string;
  readonly words: string;
  /** How it is mailed where a member has chosen nothing. */
  readonly cadence: Cadence;
  /** It is of accounts, so that a member may hear of their own, their team's or all. */
  readonly hasReach: boolean;
};

/** What members are told of. */
export const TOPICS = [
  { id: "mention", name: "Mentions", words: "Somebody names you in a note.", cadence: "at_once", hasReach: false },
  { id: "task", name: "Tasks given to you", words: "A task becomes yours.", cadence: "daily", hasReach: false },
  { id: "overdue", name: "Overdue tasks", words: "A task of yours is not done by its day.", cadence: "daily", hasReach: false },
  { id: "signal", name: "Signals", words: "A signal opens on an account.", cadence: "daily", hasReach: true },
  { id: "band", name: "Health falls", words: "An account falls a band.", cadence: "daily", hasReach: true },
  { id: "answer", name: "Detractors", words: "A detractor answers a survey.", cadence: "at_once", hasReach: true },
  { id: "webhook", name: "Webhooks turned off", words: "An endpoint you added failed for a day.", cadence: "at_once", hasReach: false },
  {
    id: "digest",
    name: "Digest of the week",
    words: "Which numbers moved, which accounts moved them, and which changed band. On Mondays.",
    cadence: "weekly",
    hasReach: false,
  },
] as const satisfies readonly Face[];

export type Topic = (typeof TOPICS)[number]["id"];

/** Managers, admins and owners hear of their team's accounts where they have chosen nothing, everybody else of their own. */
export const LEADERS: readonly Role[] = ["owner", "admin", "manager"];

export const CADENCE_WORDS: Record<Cadence, string> = { never: "No mail", at_once: "At once", daily: "Daily at 8", weekly: "Mondays at 8" };
export const REACH_WORDS: Record<Reach, string> = { mine: "My own", team: "My team's", all: "All accounts" };

/** The digest comes once a week or not at all, and goes to leaders. */
export function cadencesOf(topic: Topic): readonly Cadence[] {
  return topic === "digest" ? ["never", "weekly"] : CADENCES;
}
