import type { Known } from "@/lib/health/back-test/history";
import type { HealthConfig } from "@/lib/health/config";
import { type Scored, scoreOf } from "@/lib/health/score";

/** The score a set of scorecards gives to what was known of an account on a day. */
export function scoreKnown(known: Known, config: HealthConfig): Scored {
  return scoreOf({ ...known, ages: [] }, config);
}
