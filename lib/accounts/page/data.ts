import {
  type AccountHead,
  findAccount,
  findLastTouch,
  listAccountMonths,
  listLedger,
  listTimeline,
  type TimelineLine,
  type Touch,
} from "@/lib/accounts/data";
import { type Rights, rightsOf } from "@/lib/accounts/rights";
import { explainMovements, type Movement } from "@/lib/accounts/rules";
import { STREAMS } from "@/lib/accounts/streams";
import { listContacts, type ShownContact } from "@/lib/contacts/data";
import { listCosts, type ShownCost } from "@/lib/costs/data";
import type { Day } from "@/lib/kernel/period";
import { listOffers, listPurchases, listReferrals, type ShownOffer, type ShownPurchase, type ShownReferral } from "@/lib/offers/data";
import type { Sql } from "@/lib/platform/db";
import type { Page } from "@/lib/platform/keyset";
import type { MemberScope } from "@/lib/platform/scope";
import { listContracts, listSubscriptions, type ShownContract } from "@/lib/subscriptions/data";
import { type ShownSubscription, subscriptionEvents } from "@/lib/subscriptions/rules";
import { findVoice, listAnswers, type ShownAnswer, type Voice } from "@/lib/surveys/data";
import { countTickets, listTickets, type ShownTicket, type TicketTotals } from "@/lib/tickets/data";
import { type AccountUse, listMilestones, listUsers, readUse, type ShownMilestone, type ShownUser } from "@/lib/usage/data";

export type AccountView = {
  workspace: { slug: string; name: string; currency: string; timeZone: string };
  rights: Rights;
  account: AccountHead;
  touch: Touch | null;
  subscriptions: ShownSubscription[];
  movements: Movement[];
  months: { month: Day; closing: number | null }[];
  contacts: ShownContact[];
  users: Page<ShownUser>;
  contracts: ShownContract[];
  ticketTotals: TicketTotals;
  tickets: Page<ShownTicket>;
  voice: Voice;
  answers: Page<ShownAnswer>;
  use: AccountUse;
  milestones: ShownMilestone[];
  offers: ShownOffer[];
  referrals: ShownReferral[];
  purchases: ShownPurchase[];
  costs: ShownCost[];
  timeline: Page<TimelineLine>;
  asOf: string;
};

const FIRST = 10;
const LINES = 20;
const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;

/**
 * What an account's records say of it, at one moment, the long lists from their beginning; null where the workspace has none of that id. `show` names the streams
 * of the timeline, by commas.
 */
export async function readAccountView(
  sql: Sql,
  scope: MemberScope,
  { id, show }: { id: string; show: string },
  asOf: Date,
): Promise<AccountView | null> {
  const account = UUID.test(id) ? await findAccount(sql, scope, id, asOf) : null;
  if (!account) return null;
  const chosen = STREAMS.filter((stream) => show.split(",").includes(stream));
  const streams = chosen.length > 0 ? chosen : STREAMS;
  const subscriptions = await listSubscriptions(sql, scope, [id]);
  const { slug, name, currency, timeZone, actor } = scope;
  return {
    workspace: { slug, name, currency, timeZone },
    rights: rightsOf(actor),
    account,
    touch: await findLastTouch(sql, scope, id, asOf),
    subscriptions,
    movements: explainMovements(await listLedger(sql, scope, id), subscriptionEvents(subscriptions)),
    months: await listAccountMonths(sql, scope, id),
    contacts: await listContacts(sql, scope, id),
    users: await listUsers(sql, scope, id, { after: null, limit: FIRST }, asOf),
    contracts: await listContracts(sql, scope, id),
    ticketTotals: await countTickets(sql, scope, id, asOf),
    tickets: await listTickets(sql, scope, id, { after: null, limit: FIRST }, asOf),
    voice: await findVoice(sql, scope, id, asOf),
    answers: await listAnswers(sql, scope, id, { after: null, limit: FIRST }, asOf),
    use: await readUse(sql, scope, id, asOf),
    milestones: await listMilestones(sql, scope, id),
    offers: await listOffers(sql, scope, id),
    referrals: await listReferrals(sql, scope, id),
    purchases: await listPurchases(sql, scope, id),
    costs: await listCosts(sql, scope, id),
    timeline: await listTimeline(sql, scope, id, { streams, after: null, limit: LINES }, asOf),
    asOf: asOf.toISOString(),
  };
}
