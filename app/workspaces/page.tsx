import type { Metadata } from "next";
import { NewWorkspaceForm } from "@/app/workspaces/new-workspace-form";
import { SignOutButton } from "@/app/workspaces/sign-out-button";
import { Mark } from "@/components/shell/mark";
import { Badge } from "@/components/ui/badge";
import { Link } from "@/components/ui/link";
import { loadMemberships } from "@/lib/people/loaders";
import { ROLE_WORDS } from "@/lib/people/rules";
import { listCurrencies, listTimeZones } from "@/lib/workspaces/rules";

export const metadata: Metadata = { title: "Workspaces" };

export default async function WorkspacesPage() {
  const { person, memberships } = await loadMemberships();
  return (
    <main className="mx-auto w-full max-w-xl px-5 pt-[10vh] pb-16">
      <div className="mb-10 flex items-center justify-between gap-4">
        <p className="inline-flex items-center gap-2">
          <Mark className="size-6 text-accent" />
          <span className="headline text-lg">Bellwether</span>
        </p>
        <SignOutButton />
      </div>
      <h1 className="headline text-2xl">Where do you want to work?</h1>
      <p className="mt-1.5 mb-6 text-ink-2">Signed in as {person.email}.</p>
      {memberships.length === 0 ? (
        <p className="mb-10 text-ink-2">You belong to no workspace yet. Make one below, or ask for an invitation to one that exists.</p>
      ) : (
        <ul className="mb-12 divide-y divide-line overflow-hidden rounded-lg border border-line bg-sheet">
          {memberships.map((membership) => (
            <li key={membership.slug}>
              <Link href={`/w/${membership.slug}/overview`} className="flex items-center gap-3 px-4 py-3.5 hover:bg-sunk">
                <span className="min-w-0 grow truncate font-medium">{membership.name}</span>
                {membership.isDemo && membership.name !== "Demo" ? <Badge tone="accent">Demo</Badge> : null}
                <span className="text-ink-3 text-sm">{ROLE_WORDS[membership.role].label}</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
      <NewWorkspaceForm currencies={listCurrencies()} timeZones={listTimeZones()} />
    </main>
  );
}
