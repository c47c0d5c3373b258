import { saveRecord } from "@/lib/imports/hand/save";
import type { Day } from "@/lib/kernel/period";
import { dayAt, localText } from "@/lib/kernel/zone";
import { markStep, type Opened } from "@/lib/plans/mutations";
import { FIRST_VALUE } from "@/lib/plans/rules";
import { now } from "@/lib/platform/clock";
import type { Sql } from "@/lib/platform/db";
import { refuse } from "@/lib/platform/failure";
import type { Scope } from "@/lib/platform/scope";

/**
 * Says on which day a step of a plan was reached. The step of the first value makes the milestone that time to value counts to, as if it were
 * typed, where the account has none; taking the day back leaves that milestone, which anybody may delete.
 */
export async function reachStep(sql: Sql, scope: Scope, opened: Opened, on: Day | null): Promise<{ madeMilestone: boolean }> {
  const { account, kind, hasMilestone } = await markStep(sql, scope, opened, on);
  if (on === null || kind !== FIRST_VALUE || hasMilestone) return { madeMilestone: false };
  const moment = now();
  const at = on === dayAt(moment, scope.timeZone) ? localText(moment, scope.timeZone).slice(0, 16) : `${on}T23:59`;
  const saved = await saveRecord(sql, scope, { kind: "milestones", id: null, account }, { kind, at });
  if (!saved.saved) refuse("The milestone could not be written down. Nothing was changed; add it on the account's page.");
  return { madeMilestone: true };
}
