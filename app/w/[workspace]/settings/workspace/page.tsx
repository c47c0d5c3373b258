import type { Metadata } from "next";
import { Section } from "@/app/w/[workspace]/settings/section";
import { IdentityForm } from "@/app/w/[workspace]/settings/workspace/identity-form";
import { Removal } from "@/app/w/[workspace]/settings/workspace/removal";
import { SettingsForm } from "@/app/w/[workspace]/settings/workspace/settings-form";
import { loadWorkspace } from "@/lib/workspaces/loaders";

export const metadata: Metadata = { title: "Workspace" };

export default async function WorkspacePage({ params }: { params: Promise<{ workspace: string }> }) {
  const view = await loadWorkspace((await params).workspace);
  return (
    <>
      <Section
        title="Workspace"
        words={
          view.isFixed
            ? "The currency and the time zone are fixed, since every number here was made with them."
            : "The currency and the time zone can change until there are records."
        }
      >
        <IdentityForm view={view} />
      </Section>
      <Section title="How we count" words="Each of these moves numbers, past months included. Whoever changes one is named in the audit.">
        <SettingsForm view={view} />
      </Section>
      {view.mayRemove ? (
        <Section title="Remove" words="Takes the workspace away with all its records, at once and for ever.">
          <Removal workspace={view.workspace} />
        </Section>
      ) : null}
    </>
  );
}
