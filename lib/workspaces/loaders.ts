import "server-only";
import { can } from "@/lib/people/matrix";
import { type Sql, withTenant } from "@/lib/platform/db";
import type { MemberScope } from "@/lib/platform/scope";
import { requireScope } from "@/lib/platform/session";
import { readReached } from "@/lib/workspaces/data";
import { type FirstStep, stepsOf } from "@/lib/workspaces/first-steps";
import { hasRecords } from "@/lib/workspaces/mutations";
import { listCurrencies, listTimeZones } from "@/lib/workspaces/rules";
import { readSettings, type Settings } from "@/lib/workspaces/settings";

export type WorkspaceView = {
  readonly workspace: { slug: string; name: string; currency: string; timeZone: string; isDemo: boolean };
  readonly settings: Settings;
  readonly isFixed: boolean;
  readonly mayChange: boolean;
  readonly mayRemove: boolean;
  readonly currencies: string[];
  readonly timeZones: string[];
};

export async function loadWorkspace(slug: string): Promise<WorkspaceView> {
  const scope = await requireScope(slug, "/w/[workspace]/settings/workspace");
  const { name, currency, timeZone, isDemo, actor } = scope;
  const [settings, isFixed] = await withTenant(
    scope,
    async ({ sql }) => [await readSettings(sql, scope), await hasRecords(sql, scope)] as const,
    "read",
  );
  return {
    workspace: { slug, name, currency, timeZone, isDemo },
    settings,
    isFixed,
    mayChange: can(actor.role, "workspace.rename"),
    mayRemove: can(actor.role, "workspace.remove"),
    currencies: listCurrencies(),
    timeZones: listTimeZones(),
  };
}

export type FirstStepsView = {
  readonly workspace: string;
  readonly steps: FirstStep[];
  readonly isDone: boolean;
  readonly isHidden: boolean;
  readonly mayHide: boolean;
};

/** The way from a new workspace to numbers and a team. */
export async function loadFirstSteps(slug: string): Promise<FirstStepsView> {
  const scope = await requireScope(slug, "/w/[workspace]/first-steps");
  return withTenant(scope, ({ sql }) => readFirstSteps(sql, scope), "read");
}

/** The same inside a transaction that is open already. */
export async function readFirstSteps(sql: Sql, scope: MemberScope): Promise<FirstStepsView> {
  const { role } = scope.actor;
  const { isHidden, ...reached } = await readReached(sql, scope);
  const steps = stepsOf(reached, role);
  return {
    workspace: scope.slug,
    steps,
    isDone: steps.every(({ isDone }) => isDone),
    isHidden,
    mayHide: can(role, "workspace.hide-first-steps"),
  };
}
