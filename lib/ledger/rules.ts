import type { Scope } from "@/lib/platform/scope";
import type { Settings } from "@/lib/workspaces/settings";

/** What decides how records become movements: the workspace's zone and those of its settings that touch recurring revenue. */
export type LedgerRules = Pick<Settings, "past_due_grace_days" | "discount_policy" | "churn_recognition"> & Pick<Scope, "timeZone">;
