import "server-only";
import { addMonths, type Day, parsePeriod } from "@/lib/kernel/period";
import { dayAt } from "@/lib/kernel/zone";
import { listMembers, listOwnersOf } from "@/lib/people/data";
import { can } from "@/lib/people/matrix";
import { now } from "@/lib/platform/clock";
import { withTenant } from "@/lib/platform/db";
import { requireScope } from "@/lib/platform/session";
import { listAccountOwners } from "@/lib/portfolio/data";
import type { Stood } from "@/lib/renewals/accuracy";
import { quarterOf } from "@/lib/renewals/calendar";
import {
  type CalendarCell,
  type Coverage,
  type DueRenewal,
  type DueTotals,
  listDue,
  listStood,
  readCalendar,
  readCoverage,
} from "@/lib/renewals/data";
import type { Shown } from "@/lib/renewals/schema";
import { readSettings } from "@/lib/workspaces/settings";

/** `due`: a period as an address writes it; null lists what is due within the days. */
export type RenewalsAsked = { whose: string; days: number; due: string | null; shown: Shown; limit: number };

export type RenewalsView = {
  workspace: { slug: string; currency: string; timeZone: string };
  me: string;
  mayCall: boolean;
  asked: RenewalsAsked;
  owners: string[];
  hasTeam: boolean;
  due: { rows: DueRenewal[]; totals: DueTotals };
  calendar: { from: Day; until: Day; cells: CalendarCell[] };
  coverage: Coverage;
  stood: Stood[];
  asOf: string;
  today: Day;
};

const UNTOUCHED = 10;

/** All of the page of renewals at one moment. */
export async function loadRenewals(slug: string, asked: RenewalsAsked): Promise<RenewalsView> {
  const scope = await requireScope(slug, "/w/[workspace]/renewals");
  const asOf = now();
  const today = dayAt(asOf, scope.timeZone);
  const from = quarterOf(today);
  const until = addMonths(from, 12);
  return withTenant(
    scope,
    async ({ sql }) => {
      const owners = await listOwnersOf(sql, scope, asked);
      const { renewal_grace_days: grace } = await readSettings(sql, scope);
      const members = await listMembers(sql, scope);
      return {
        workspace: { slug, currency: scope.currency, timeZone: scope.timeZone },
        me: scope.actor.email,
        mayCall: can(scope.actor.role, "renewal.call"),
        asked,
        owners: await listAccountOwners(sql, scope),
        hasTeam: members.some(({ managerId }) => managerId === scope.actor.memberId),
        due: await listDue(sql, scope, { ...asked, due: asked.due === null ? null : parsePeriod(asked.due), owners }, asOf),
        calendar: { from, until, cells: await readCalendar(sql, scope, { from, until, owners }, asOf) },
        coverage: await readCoverage(sql, scope, { owners, limit: UNTOUCHED }, asOf),
        stood: await listStood(sql, scope, { owners, grace }, asOf),
        asOf: asOf.toISOString(),
        today,
      };
    },
    "read",
  );
}
