import { TASK_REASONS, type TaskReason, type TaskType } from "@/lib/tasks/choices";

export const TYPE_WORDS: Record<TaskType, string> = {
  risk: "Save the account",
  renewal: "Renewal",
  onboarding: "Onboarding",
  growth: "Growth",
  "follow-up": "Follow up",
  other: "Other",
};

export const REASON_WORDS: Record<TaskReason, string> = {
  adoption: "They use it less",
  support: "Trouble with support",
  sentiment: "They are not happy",
  payment: "A payment failed",
  champion: "Our champion left",
  health: "Health fell",
  silence: "We have not spoken",
  renewal: "A renewal is near",
  onboarding: "Value is not reached",
  expansion: "Ready for more",
  referral: "Ready to recommend us",
  promise: "We promised something",
  other: "Something else",
};

/**
 * The reason as it is stored: of one account, type and reason there is one open task. "Other" says nothing of what it is about, so the title tells
 * two of them apart.
 */
export function storedReason({ reason, title }: { reason: TaskReason; title: string }): string {
  return reason === "other" ? `other: ${title.toLowerCase()}` : reason;
}

export function reasonOf(stored: string): TaskReason {
  return TASK_REASONS.find((reason) => reason === stored) ?? "other";
}
