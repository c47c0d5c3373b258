import type { ReactNode } from "react";
import { BottomBar } from "@/components/shell/bottom-bar";
import { Keys } from "@/components/shell/keys";
import { TopBar } from "@/components/shell/top-bar";

export type Place = { slug: string; name: string };
export type Person = { name: string; email: string; role: string };

export type ShellProps = {
  workspace: Place & { isDemo: boolean };
  workspaces: readonly Place[];
  person: Person;
  /** How many notifications the person has not read. */
  unread: number;
  commands: ReactNode;
  signOut: ReactNode;
  children: ReactNode;
};

/** What surrounds every page of a workspace. */
export function Shell({ workspace, workspaces, person, unread, commands, signOut, children }: ShellProps) {
  return (
    <div className="flex min-h-dvh flex-col">
      <a
        href="#content"
        className="sr-only focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-50 focus:rounded-md focus:bg-ink focus:px-3 focus:py-2 focus:text-paper focus:text-sm"
      >
        Skip to the page
      </a>
      <TopBar workspace={workspace} workspaces={workspaces} person={person} unread={unread} signOut={signOut} />
      <main
        id="content"
        tabIndex={-1}
        className="mx-auto w-full max-w-[108rem] grow px-4 pt-5 pb-[calc(6rem+var(--toast-room))] outline-none sm:px-6 md:pb-[calc(3rem+var(--toast-room))] lg:px-8"
      >
        {children}
      </main>
      <BottomBar workspace={workspace.slug} />
      {commands}
      <Keys workspace={workspace.slug} />
    </div>
  );
}
