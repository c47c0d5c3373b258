import type { Metadata } from "next";
import { Choices } from "@/app/w/[workspace]/settings/notifications/choices";
import { Section } from "@/app/w/[workspace]/settings/section";
import { loadChoices } from "@/lib/notifications/loaders";

export const metadata: Metadata = { title: "Notifications" };

export default async function NotificationSettingsPage({ params }: { params: Promise<{ workspace: string }> }) {
  const view = await loadChoices((await params).workspace);
  return (
    <Section
      title="What you hear of"
      words={`Everything stands under the bell; here you choose whose accounts, and how it is mailed. Clocks are those of ${view.timeZone}.${view.sendsMail ? "" : " Mail is not set up on this installation, so nothing is mailed yet."}`}
    >
      <Choices view={view} />
    </Section>
  );
}
