import type { ReactNode } from "react";
import { SettingsTabs } from "@/app/w/[workspace]/settings/settings-tabs";
import { can } from "@/lib/people/matrix";
import { requireScope } from "@/lib/platform/session";

export default async function SettingsLayout({ children, params }: { children: ReactNode; params: Promise<{ workspace: string }> }) {
  const { slug, actor } = await requireScope((await params).workspace);
  return (
    <div className="mx-auto max-w-4xl">
      <h1 className="headline text-2xl">Who works here, and how do we count?</h1>
      <SettingsTabs workspace={slug} closed={can(actor.role, "/w/[workspace]/settings/webhooks") ? [] : ["webhooks"]} />
      <div>{children}</div>
    </div>
  );
}
