import "server-only";
import { listMembers, listOwnersOf, type MemberRow } from "@/lib/people/data";
import { can } from "@/lib/people/matrix";
import { now } from "@/lib/platform/clock";
import { withTenant } from "@/lib/platform/db";
import { requireScope } from "@/lib/platform/session";
import { listOwned, type OwnedAccount, readPortfolioCells, readTaskLoad } from "@/lib/portfolio/data";
import { linesOf, type OwnerLine } from "@/lib/portfolio/rules";

/** `owner`: whose accounts are listed; "" is nobody's, null lists none. */
export type PortfolioAsked = { team: boolean; owner: string | null };

export type PortfolioView = {
  workspace: { slug: string; currency: string; timeZone: string };
  asked: PortfolioAsked;
  mayReassign: boolean;
  hasTeam: boolean;
  members: Pick<MemberRow, "id" | "email" | "name">[];
  lines: OwnerLine[];
  owned: { owner: string | null; rows: OwnedAccount[]; all: number } | null;
  asOf: string;
};

/** As many accounts as can change hands at once. */
const PAGE = 100;

/** Who looks after what, and one owner's accounts. */
export async function loadPortfolio(slug: string, asked: PortfolioAsked): Promise<PortfolioView> {
  const scope = await requireScope(slug, "/w/[workspace]/portfolio");
  const asOf = now();
  return withTenant(
    scope,
    async ({ sql }) => {
      const owners = await listOwnersOf(sql, scope, { whose: asked.team ? "team" : "all" });
      const members = await listMembers(sql, scope);
      const cells = await readPortfolioCells(sql, scope, { owners }, asOf);
      const tasks = await readTaskLoad(sql, scope, { owners }, asOf);
      const owner = asked.owner === "" ? null : asked.owner;
      return {
        workspace: { slug, currency: scope.currency, timeZone: scope.timeZone },
        asked,
        mayReassign: can(scope.actor.role, "account.reassign"),
        hasTeam: members.some(({ managerId }) => managerId === scope.actor.memberId),
        members: members.filter(({ role }) => role !== "viewer").map(({ id, email, name }) => ({ id, email, name })),
        lines: linesOf(cells, tasks),
        owned: asked.owner === null ? null : { owner, ...(await listOwned(sql, scope, { owner, limit: PAGE }, asOf)) },
        asOf: asOf.toISOString(),
      };
    },
    "read",
  );
}
