import type { Metadata } from "next";
import { EffectSheet } from "@/app/w/[workspace]/playbooks/[playbookId]/effect-sheet";
import { PlaybookEditor } from "@/app/w/[workspace]/playbooks/[playbookId]/playbook-editor";
import { PlaybookHead } from "@/app/w/[workspace]/playbooks/[playbookId]/playbook-head";
import { RunHistory } from "@/app/w/[workspace]/playbooks/[playbookId]/run-history";
import { loadPlaybook } from "@/lib/playbooks/loaders";

export const metadata: Metadata = { title: "Playbook" };

export default async function PlaybookPage({ params }: { params: Promise<{ workspace: string; playbookId: string }> }) {
  const { workspace, playbookId } = await params;
  const view = await loadPlaybook(workspace, playbookId);
  return (
    <div className="mx-auto grid max-w-5xl gap-5">
      <PlaybookHead view={view} />
      {view.mayChange ? <PlaybookEditor key={view.playbook.version} view={view} /> : null}
      {view.effect ? <EffectSheet effect={view.effect} /> : null}
      <RunHistory view={view} />
    </div>
  );
}
