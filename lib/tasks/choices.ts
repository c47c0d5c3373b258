export const TASK_TYPES = ["risk", "renewal", "onboarding", "growth", "follow-up", "other"] as const;
export const TASK_REASONS = [
  "adoption",
  "support",
  "sentiment",
  "payment",
  "champion",
  "health",
  "silence",
  "renewal",
  "onboarding",
  "expansion",
  "referral",
  "promise",
  "other",
] as const;
export const OUTCOMES = ["done", "dropped"] as const;

export type TaskType = (typeof TASK_TYPES)[number];
export type TaskReason = (typeof TASK_REASONS)[number];
