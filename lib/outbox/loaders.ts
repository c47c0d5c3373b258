import "server-only";
import { listEndpoints, listOutbox, type ShownEndpoint, type ShownPost } from "@/lib/outbox/data";
import { can } from "@/lib/people/matrix";
import { withTenant } from "@/lib/platform/db";
import { canMail } from "@/lib/platform/mail";
import { requireScope } from "@/lib/platform/session";

export type WebhooksView = {
  readonly workspace: string;
  readonly endpoints: ShownEndpoint[];
  readonly posts: ShownPost[];
  readonly sendsMail: boolean;
  readonly mayChange: boolean;
};

export async function loadWebhooks(slug: string): Promise<WebhooksView> {
  const scope = await requireScope(slug, "/w/[workspace]/settings/webhooks");
  const [endpoints, posts] = await withTenant(
    scope,
    async ({ sql }) => [await listEndpoints(sql, scope), await listOutbox(sql, scope)] as const,
    "read",
  );
  return { workspace: scope.slug, endpoints, posts, sendsMail: canMail(), mayChange: can(scope.actor.role, "webhook.create") };
}
