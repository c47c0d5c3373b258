import type { View } from "@/app/w/[workspace]/view";
import type { Level, Step } from "@/lib/metrics/activity";
import type { UsageScreen } from "@/lib/metrics/usage-screen";

/** What every part of the screen of use is given. */
export type Part = { workspace: string; view: View; data: UsageScreen };

export const LEVEL_WORDS: Record<Level, { one: string; many: string }> = {
  account: { one: "account", many: "accounts" },
  user: { one: "person", many: "people" },
};

export const STEP_WORDS: Record<Step, { one: string; many: string }> = {
  day: { one: "day", many: "days" },
  week: { one: "week", many: "weeks" },
  month: { one: "month", many: "months" },
};
