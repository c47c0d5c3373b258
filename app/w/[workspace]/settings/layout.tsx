import type { ReactNode } from "react";
import { SettingsTabs } from "@/app/w/[workspace]/settings/settings-tabs";

export default async function SettingsLayout({ children, params }: { children: ReactNode; params: Promise<{ workspace: string }> }) {
  const { workspace } = await params;
  return (
    <div className="mx-auto max-w-4xl">
      <h1 className="headline text-2xl">Who works here, and how do we count?</h1>
      <SettingsTabs workspace={workspace} />
      <div>{children}</div>
    </div>
  );
}
