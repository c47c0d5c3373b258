import "server-only";
import { type AccountsPage, type DimensionValue, dimensionValues, listAccounts } from "@/lib/accounts/data";
import { type Rights, rightsOf } from "@/lib/accounts/rights";
import { type AccountsAsked, accountsRequest } from "@/lib/accounts/schema";
import type { Day } from "@/lib/kernel/period";
import { dayAt } from "@/lib/kernel/zone";
import { listMembers, listOwnersOf } from "@/lib/people/data";
import { now } from "@/lib/platform/clock";
import { withTenant } from "@/lib/platform/db";
import { requireScope } from "@/lib/platform/session";
import { listViews } from "@/lib/views/data";
import { mayChange, mayShare, type ShownView } from "@/lib/views/rules";

type Place = { slug: string; name: string; currency: string; timeZone: string };

const PAGE = 50;

export type AccountsView = {
  workspace: Place;
  me: string;
  rights: Rights;
  hasTeam: boolean;
  page: AccountsPage;
  values: DimensionValue[];
  views: ShownView[];
  mayShare: boolean;
  asOf: string;
  today: Day;
};

export async function loadAccounts(slug: string, asked: AccountsAsked): Promise<AccountsView> {
  const { scope, workspace, rights, asOf } = await arrive(slug);
  return withTenant(
    scope,
    async ({ sql }) => {
      const owners = await listOwnersOf(sql, scope, asked);
      return {
        workspace,
        me: scope.actor.email,
        rights,
        hasTeam: (await listMembers(sql, scope)).some(({ managerId }) => managerId === scope.actor.memberId),
        page: await listAccounts(sql, scope, accountsRequest(asked, { owners, limit: PAGE }), asOf),
        values: await dimensionValues.read(sql, scope, { asOf }),
        views: (await listViews(sql, scope, { screen: "accounts" })).map((view) => ({ ...view, mayChange: mayChange(view, scope.actor) })),
        mayShare: mayShare(scope.actor),
        asOf: asOf.toISOString(),
        today: dayAt(asOf, scope.timeZone),
      };
    },
    "read",
  );
}

async function arrive(slug: string) {
  const scope = await requireScope(slug, "/w/[workspace]/accounts");
  const { name, currency, timeZone, actor } = scope;
  return { scope, workspace: { slug, name, currency, timeZone }, rights: rightsOf(actor), asOf: now() };
}
