import "server-only";
import { can } from "@/lib/people/matrix";
import { withTenant } from "@/lib/platform/db";
import { requireScope } from "@/lib/platform/session";
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
