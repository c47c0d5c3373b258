import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import type { AccountsRequest } from "@/lib/accounts/choices";
import {
  type AccountHead,
  type AccountsPage,
  type DimensionValue,
  findAccount,
  findLastTouch,
  listAccountMonths,
  listAccounts,
  listDimensionValues,
  listLedger,
  listTimeline,
  type TimelineLine,
  type Touch,
} from "@/lib/accounts/data";
import { explainMovements, type Movement } from "@/lib/accounts/rules";
import { STREAMS } from "@/lib/accounts/streams";
import { listContacts, type ShownContact } from "@/lib/contacts/data";
import { listCosts, type ShownCost } from "@/lib/costs/data";
import type { Day } from "@/lib/kernel/period";
import { dayAt } from "@/lib/kernel/zone";
import { listOffers, listPurchases, listReferrals, type ShownOffer, type ShownPurchase, type ShownReferral } from "@/lib/offers/data";
import { can } from "@/lib/people/matrix";
import { now } from "@/lib/platform/clock";
import { withTenant } from "@/lib/platform/db";
import type { Page } from "@/lib/platform/keyset";
import { requireScope } from "@/lib/platform/session";
import { listContracts, listSubscriptions, type ShownContract } from "@/lib/subscriptions/data";
import { type ShownSubscription, subscriptionEvents } from "@/lib/subscriptions/rules";
import { findVoice, listAnswers, type ShownAnswer, type Voice } from "@/lib/surveys/data";
import { countTickets, listTickets, type ShownTicket, type TicketTotals } from "@/lib/tickets/data";
import { type AccountUse, listMilestones, listUsers, readUse, type ShownMilestone, type ShownUser } from "@/lib/usage/data";

type Place = { slug: string; name: string; currency: string; timeZone: string };

/** What whoever looks may do to records: make and change them, and delete an account with all that hangs on it. */
export type Rights = { write: boolean; deleteAccount: boolean };

const PAGE = 50;
const FIRST = 10;
const LINES = 20;

export type AccountsView = {
  workspace: Place;
  me: string;
  rights: Rights;
  request: AccountsRequest;
  page: AccountsPage;
  values: DimensionValue[];
  asOf: string;
  today: Day;
};

export async function loadAccounts(slug: string, asked: Omit<AccountsRequest, "limit">): Promise<AccountsView> {
  const { scope, workspace, rights, asOf } = await arrive(slug, "/w/[workspace]/accounts");
  const request = { ...asked, limit: PAGE };
  return withTenant(
    scope,
    async ({ sql }) => ({
      workspace,
      me: scope.actor.email,
      rights,
      request,
      page: await listAccounts(sql, scope, request, asOf),
      values: await listDimensionValues(sql, scope, asOf),
      asOf: asOf.toISOString(),
      today: dayAt(asOf, scope.timeZone),
    }),
    "read",
  );
}

export type AccountView = {
  workspace: Place;
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

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;

/** All of one account's page at one moment, the long lists from their beginning. `show` names the streams of the timeline, by commas; a stranger's account and one that does not exist look the same. */
export const loadAccount = cache(async (slug: string, id: string, show: string): Promise<AccountView> => {
  const { scope, workspace, rights, asOf } = await arrive(slug, "/w/[workspace]/accounts/[accountId]");
  const chosen = STREAMS.filter((stream) => show.split(",").includes(stream));
  const streams = chosen.length > 0 ? chosen : STREAMS;
  const view = await withTenant(
    scope,
    async ({ sql }) => {
      const account = UUID.test(id) ? await findAccount(sql, scope, id, asOf) : null;
      if (!account) return null;
      const subscriptions = await listSubscriptions(sql, scope, [id]);
      return {
        workspace,
        rights,
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
    },
    "read",
  );
  return view ?? notFound();
});

async function arrive(slug: string, page: "/w/[workspace]/accounts" | "/w/[workspace]/accounts/[accountId]") {
  const scope = await requireScope(slug, page);
  const { name, currency, timeZone, actor } = scope;
  const rights = { write: can(actor.role, "record.change"), deleteAccount: can(actor.role, "account.delete") };
  return { scope, workspace: { slug, name, currency, timeZone }, rights, asOf: now() };
}
