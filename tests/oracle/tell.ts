import { loadRecords } from "@/lib/imports/load";
import type { KindName, RowOf } from "@/lib/imports/registry";
import type { Scope } from "@/lib/platform/scope";
import { changeSettings } from "@/lib/workspaces/settings";
import type { Life, LifeRules } from "./life";

export const SOURCE = "generated";

/** Sets a workspace's rules and loads a life into it. */
export async function tell(scope: Scope, life: Life): Promise<void> {
  await changeSettings(scope, texts(life.rules));
  await tellMore(scope, life);
}

/** Loads records. Every row must be taken: the oracle knows of no refusals. */
export async function tellMore(scope: Scope, life: Partial<Life>): Promise<void> {
  await load(scope, "accounts", life.accounts);
  await load(scope, "contacts", life.contacts);
  await load(scope, "subscriptions", life.subscriptions);
  await load(scope, "discounts", life.discounts);
  await load(scope, "pauses", life.pauses);
  await load(scope, "contracts", life.contracts);
  await load(scope, "users", life.users);
  await load(scope, "tickets", life.tickets);
  await load(scope, "ticket-events", life.ticketEvents);
  await load(scope, "survey-responses", life.responses);
  await load(scope, "usage", life.usage);
  await load(scope, "milestones", life.milestones);
  await load(scope, "offers", life.offers);
  await load(scope, "referrals", life.referrals);
  await load(scope, "costs", life.costs);
  await load(scope, "purchases", life.purchases);
  await load(scope, "exchange-rates", life.rates);
}

async function load<Name extends KindName>(scope: Scope, name: Name, rows: readonly RowOf<Name>[] = []): Promise<void> {
  if (rows.length === 0) return;
  const { rejects } = await loadRecords(scope, name, SOURCE, rows);
  const [refused] = rejects;
  if (refused !== undefined) throw new Error(`a row of ${name} was refused: ${JSON.stringify(refused)}`);
}

/** Settings as a person types them; the zone and the currency are the workspace's own. */
function texts({ timeZone, currency, ...settings }: LifeRules): Record<string, string> {
  return Object.fromEntries(Object.entries(settings).map(([key, value]) => [key, value === null ? "none" : String(value)]));
}
