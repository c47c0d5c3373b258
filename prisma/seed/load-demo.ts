import type { KindName, RowOf } from "@/lib/imports/registry";
import { bringUpToDate } from "@/lib/jobs/up-to-date";
import type { Day } from "@/lib/kernel/period";
import { now } from "@/lib/platform/clock";
import type { Scope } from "@/lib/platform/scope";
import { activityOf } from "./activity";
import { bearingsOf, loadBearings } from "./bearings";
import { callsOf } from "./calls";
import { DEMO_SEED, demo } from "./demo";
import { changesOf } from "./history";
import { careOf, loadCare } from "./load-care";
import { loadRows } from "./load-rows";
import { loadCalls, loadPlans } from "./load-work";
import { plansOf } from "./plans";
import { rowsOf } from "./rows";

export const DEMO_SOURCE = "demo";

const ACTIVITIES = [
  "users",
  "tickets",
  "ticket-events",
  "survey-responses",
  "milestones",
  "offers",
  "referrals",
  "costs",
  "purchases",
] as const satisfies readonly KindName[];

/** Loads the demo's records into an empty workspace by the path every import takes, and brings the derived tables up to date. */
export async function loadDemo(scope: Scope, today: Day): Promise<void> {
  const { lives, calendar, rates } = demo(today, { now: now() });
  const rows = rowsOf(lives, calendar);
  await load(scope, "exchange-rates", rates);
  await load(scope, "accounts", rows.accounts);
  for (const { day, accounts } of changesOf(lives, calendar)) await load(scope, "accounts", accounts, calendar.at(day));
  await load(scope, "contacts", rows.contacts);
  await load(scope, "subscriptions", rows.subscriptions);
  await load(scope, "discounts", rows.discounts);
  await load(scope, "pauses", rows.pauses);
  await load(scope, "contracts", rows.contracts);
  const activity = activityOf(DEMO_SEED, lives, calendar);
  await Promise.all([load(scope, "usage", activity.usage), inTurn(scope, activity)]); // use is half of all rows, and refers to nothing the others bring
  await loadPlans(scope, DEMO_SOURCE, plansOf(DEMO_SEED, lives, calendar));
  await loadCare(scope, DEMO_SOURCE, careOf(DEMO_SEED, lives, calendar));
  await loadBearings(scope, bearingsOf(calendar));
  await bringUpToDate(scope);
  await loadCalls(scope, DEMO_SOURCE, callsOf(DEMO_SEED, lives, calendar));
}

async function inTurn(scope: Scope, activity: ReturnType<typeof activityOf>): Promise<void> {
  for (const kind of ACTIVITIES) await load(scope, kind, activity[kind]);
}

function load<Name extends KindName>(scope: Scope, kind: Name, rows: readonly RowOf<Name>[], at?: Date): Promise<void> {
  return loadRows(scope, { kind, source: DEMO_SOURCE, rows, ...(at && { at }) });
}
