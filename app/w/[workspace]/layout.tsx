import type { Metadata } from "next";
import type { ReactNode } from "react";
import { BearingsProvider } from "@/app/w/[workspace]/bearings";
import { Commands } from "@/app/w/[workspace]/commands";
import { LiveUpdates } from "@/app/w/[workspace]/live-updates";
import { SignOutItem } from "@/app/w/[workspace]/sign-out-item";
import { OwnersProvider } from "@/components/metric/owners";
import { Shell } from "@/components/shell/shell";
import { loadSurroundings } from "@/lib/annotations/loaders";
import { metrics } from "@/lib/metrics/registry";
import { loadMemberships } from "@/lib/people/loaders";
import { can } from "@/lib/people/matrix";
import { requireScope } from "@/lib/platform/session";

type Props = { children: ReactNode; params: Promise<{ workspace: string }> };

export async function generateMetadata({ params }: Pick<Props, "params">): Promise<Metadata> {
  const { name } = await requireScope((await params).workspace);
  return { title: { default: name, template: `%s · ${name} · Bellwether` } };
}

export default async function WorkspaceLayout({ children, params }: Props) {
  const { slug, name, isDemo, actor } = await requireScope((await params).workspace);
  const { person, memberships } = await loadMemberships();
  const { bearings, names, unread, change } = await loadSurroundings(slug);
  return (
    <OwnersProvider names={names}>
      <Shell
        workspace={{ slug, name, isDemo }}
        workspaces={memberships.map((membership) => ({ slug: membership.slug, name: membership.name }))}
        person={{ name: person.name ?? person.email, email: person.email, role: actor.role }}
        unread={unread}
        commands={
          <Commands
            workspace={slug}
            metrics={metrics.map(({ face }) => ({ id: face.id, name: face.name }))}
            mayImport={can(actor.role, "import.start")}
            mayInvite={can(actor.role, "people.invite")}
          />
        }
        signOut={<SignOutItem />}
      >
        <BearingsProvider bearings={bearings}>{children}</BearingsProvider>
        <LiveUpdates workspace={slug} change={change} />
      </Shell>
    </OwnersProvider>
  );
}
