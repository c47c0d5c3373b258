import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import type { AccountsRequest } from "@/lib/accounts/choices";
import {
  type AccountHead,
  type AccountsPage,
  type DimensionValue,
  findAccount,
  listAccountMonths,
  listAccounts,
  listContacts,
  listDimensionValues,
  listLedger,
  type ShownContact,
} from "@/lib/accounts/data";
import { explainMovements, type Movement } from "@/lib/accounts/rules";
import type { Day } from "@/lib/kernel/period";
import { now } from "@/lib/platform/clock";
import { withTenant } from "@/lib/platform/db";
import { requireScope } from "@/lib/platform/session";
import { listContracts, listSubscriptions, type ShownContract } from "@/lib/subscriptions/data";
import { type ShownSubscription, subscriptionEvents } from "@/lib/subscriptions/rules";

type Place = { slug: string; name: string; currency: string; timeZone: string };

const PAGE = 50;

export type AccountsView = {
  workspace: Place;
  me: string;
  request: AccountsRequest;
  page: AccountsPage;
  values: DimensionValue[];
  asOf: string;
  today: Day;
};

export async function loadAccounts(slug: string, asked: Omit<AccountsRequest, "limit">): Promise<AccountsView> {
  const { scope, workspace, asOf } = await arrive(slug, "/w/[workspace]/accounts");
  const request = { ...asked, limit: PAGE };
  return withTenant(
    scope,
    async ({ sql }) => ({
      workspace,
      me: scope.actor.email,
      request,
      page: await listAccounts(sql, scope, request, asOf),
      values: await listDimensionValues(sql, scope, asOf),
      asOf: asOf.toISOString(),
      today: localDay(asOf, scope.timeZone),
    }),
    "read",
  );
}

export type AccountView = {
  workspace: Place;
  account: AccountHead;
  subscriptions: ShownSubscription[];
  movements: Movement[];
  months: { month: Day; closing: number | null }[];
  contacts: ShownContact[];
  contracts: ShownContract[];
  asOf: string;
};

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;

/** All of one account's page; a stranger's account and one that does not exist look the same. */
export const loadAccount = cache(async (slug: string, accountId: string): Promise<AccountView> => {
  const { scope, workspace, asOf } = await arrive(slug, "/w/[workspace]/accounts/[accountId]");
  const view = await withTenant(
    scope,
    async ({ sql }) => {
      const account = UUID.test(accountId) ? await findAccount(sql, scope, accountId, asOf) : null;
      if (!account) return null;
      const subscriptions = await listSubscriptions(sql, scope, [accountId]);
      const movements = explainMovements(await listLedger(sql, scope, accountId), subscriptionEvents(subscriptions));
      const months = await listAccountMonths(sql, scope, accountId);
      const contacts = await listContacts(sql, scope, accountId);
      return {
        workspace,
        account,
        subscriptions,
        movements,
        months,
        contacts,
        contracts: await listContracts(sql, scope, accountId),
        asOf: asOf.toISOString(),
      };
    },
    "read",
  );
  return view ?? notFound();
});

async function arrive(slug: string, page: "/w/[workspace]/accounts" | "/w/[workspace]/accounts/[accountId]") {
  const scope = await requireScope(slug, page);
  const { name, currency, timeZone } = scope;
  return { scope, workspace: { slug, name, currency, timeZone }, asOf: now() };
}

function localDay(at: Date, timeZone: string): Day {
  return new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" }).format(at);
}
