"use client";

import { Search } from "lucide-react";
import type { ReactNode } from "react";
import { Bell } from "@/components/shell/bell";
import { openCommandBar } from "@/components/shell/command-bar";
import { Mark } from "@/components/shell/mark";
import { Nav } from "@/components/shell/nav";
import { PersonMenu } from "@/components/shell/person-menu";
import type { Person, Place } from "@/components/shell/shell";
import { ThemeSwitch } from "@/components/shell/theme-switch";
import { WorkspaceSwitcher } from "@/components/shell/workspace-switcher";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";

type Props = { workspace: Place & { isDemo: boolean }; workspaces: readonly Place[]; person: Person; unread: number; signOut: ReactNode };

export function TopBar({ workspace, workspaces, person, unread, signOut }: Props) {
  return (
    <header className="no-print sticky top-0 z-30 border-line border-b bg-paper/95 backdrop-blur-sm">
      <div className="mx-auto flex h-14 w-full max-w-[108rem] items-center gap-2 px-4 sm:px-6 lg:px-8">
        <Link
          href={`/w/${workspace.slug}/overview`}
          className="mr-1 inline-flex items-center gap-2"
          aria-label="Bellwether, to the overview"
        >
          <Mark className="size-5.5 text-accent" />
          <span className="headline hidden text-lg lg:inline">Bellwether</span>
        </Link>
        <span aria-hidden className="hidden h-5 w-px bg-line lg:block" />
        <WorkspaceSwitcher current={workspace} workspaces={workspaces} />
        {workspace.isDemo && workspace.name !== "Demo" ? <Badge tone="accent">Demo</Badge> : null}
        <Nav workspace={workspace.slug} />
        <div className="ml-auto flex items-center gap-1">
          <Button
            look="secondary"
            size="sm"
            onClick={openCommandBar}
            aria-label="Search accounts, metrics and pages"
            className="text-ink-3"
          >
            <Search aria-hidden className="size-3.5" />
            <span className="hidden 2xl:inline">Search</span>
            <kbd className="hidden font-sans text-2xs lg:inline">Ctrl K</kbd>
          </Button>
          <Bell workspace={workspace.slug} unread={unread} />
          <ThemeSwitch />
          <PersonMenu person={person} workspace={workspace.slug} signOut={signOut} />
        </div>
      </div>
    </header>
  );
}
