import "server-only";
import { type Choice, listChoices, listNotifications, type ShownNews } from "@/lib/notifications/data";
import { withTenant } from "@/lib/platform/db";
import { canMail } from "@/lib/platform/mail";
import { requireScope } from "@/lib/platform/session";

export type NotificationsView = { readonly workspace: string; readonly news: ShownNews[] };

export async function loadNotifications(slug: string): Promise<NotificationsView> {
  const scope = await requireScope(slug, "/w/[workspace]/notifications");
  return { workspace: scope.slug, news: await withTenant(scope, ({ sql }) => listNotifications(sql, scope), "read") };
}

export type ChoicesView = {
  readonly workspace: string;
  readonly timeZone: string;
  readonly choices: Choice[];
  readonly sendsMail: boolean;
};

export async function loadChoices(slug: string): Promise<ChoicesView> {
  const scope = await requireScope(slug, "/w/[workspace]/settings/notifications");
  const choices = await withTenant(scope, ({ sql }) => listChoices(sql, scope), "read");
  return { workspace: scope.slug, timeZone: scope.timeZone, choices, sendsMail: canMail() };
}
