import type { Metadata } from "next";
import { Invitations } from "@/app/w/[workspace]/settings/people/invitations";
import { Members } from "@/app/w/[workspace]/settings/people/members";
import { Section } from "@/app/w/[workspace]/settings/section";
import { loadPeople } from "@/lib/people/loaders";

export const metadata: Metadata = { title: "People" };

export default async function PeoplePage({ params }: { params: Promise<{ workspace: string }> }) {
  const view = await loadPeople((await params).workspace);
  return (
    <>
      <Section
        title="Members"
        words={`${view.members.length} ${view.members.length === 1 ? "person works" : "people work"} in ${view.workspace.name}. Another role ends that person's sessions; it holds when they sign in again.`}
      >
        <Members view={view} />
      </Section>
      {view.grantable.length > 0 ? (
        <Section title="Invite" words="The link is shown once and works once, for seven days.">
          <Invitations view={view} />
        </Section>
      ) : null}
    </>
  );
}
