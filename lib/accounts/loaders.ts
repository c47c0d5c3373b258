import "server-only";
import type { AccountsRequest } from "@/lib/accounts/choices";
import { type AccountsPage, type DimensionValue, listAccounts, listDimensionValues } from "@/lib/accounts/data";
import { type Rights, rightsOf } from "@/lib/accounts/rights";
import type { Day } from "@/lib/kernel/period";
import { dayAt } from "@/lib/kernel/zone";
import { now } from "@/lib/platform/clock";
import { withTenant } from "@/lib/platform/db";
import { requireScope } from "@/lib/platform/session";

type Place = { slug: string; name: string; currency: string; timeZone: string };

const PAGE = 50;

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
  const { scope, workspace, rights, asOf } = await arrive(slug);
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

async function arrive(slug: string) {
  const scope = await requireScope(slug, "/w/[workspace]/accounts");
  const { name, currency, timeZone, actor } = scope;
  return { scope, workspace: { slug, name, currency, timeZone }, rights: rightsOf(actor), asOf: now() };
}
