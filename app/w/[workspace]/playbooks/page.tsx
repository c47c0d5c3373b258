import type { Metadata } from "next";
import { NewPlaybook } from "@/app/w/[workspace]/playbooks/new-playbook";
import { PlaybookList } from "@/app/w/[workspace]/playbooks/playbook-list";
import { loadPlaybooks } from "@/lib/playbooks/loaders";

export const metadata: Metadata = { title: "Playbooks" };

export default async function PlaybooksPage({ params }: { params: Promise<{ workspace: string }> }) {
  const view = await loadPlaybooks((await params).workspace);
  return (
    <div className="mx-auto grid max-w-5xl gap-5">
      <h1 className="headline text-2xl">What do we do when something happens?</h1>
      <PlaybookList view={view} />
      {view.mayChange ? <NewPlaybook view={view} /> : null}
    </div>
  );
}
