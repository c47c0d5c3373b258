import type { Metadata } from "next";
import { Section } from "@/app/w/[workspace]/settings/section";
import { Endpoints } from "@/app/w/[workspace]/settings/webhooks/endpoints";
import { Posts } from "@/app/w/[workspace]/settings/webhooks/posts";
import { loadWebhooks } from "@/lib/outbox/loaders";

export const metadata: Metadata = { title: "Webhooks and mail" };

export default async function WebhooksPage({ params }: { params: Promise<{ workspace: string }> }) {
  const view = await loadWebhooks((await params).workspace);
  return (
    <>
      <Section
        title="Webhooks"
        words="Where a playbook may tell another program. Each call is signed, carries an id that stays the same when it is repeated, and is tried eight times over a day."
      >
        <Endpoints view={view} />
      </Section>
      <Section
        title="What leaves the house"
        words={`The last mails and webhooks, and how each went. A mail that may have arrived is never sent again by itself.${view.sendsMail ? "" : " Mail is not set up on this installation, so mails wait here; everything is told in the app all the same."}`}
      >
        <Posts view={view} />
      </Section>
    </>
  );
}
