"use client";

import { Check, ChevronsUpDown, Plus } from "lucide-react";
import type { Place } from "@/components/shell/shell";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { Menu, MenuItem, MenuLabel } from "@/components/ui/menu";

export function WorkspaceSwitcher({ current, workspaces }: { current: Place; workspaces: readonly Place[] }) {
  return (
    <Menu
      align="start"
      trigger={
        <Button look="quiet" size="sm" aria-label={`Workspace: ${current.name}`} className="min-w-0 shrink text-ink">
          <span className="max-w-28 truncate sm:max-w-52">{current.name}</span>
          <ChevronsUpDown aria-hidden className="size-3.5 shrink-0 text-ink-3" />
        </Button>
      }
    >
      <MenuLabel>Workspaces</MenuLabel>
      {workspaces.map((workspace) => (
        <MenuItem key={workspace.slug} asChild>
          <Link href={`/w/${workspace.slug}/overview`} aria-current={workspace.slug === current.slug ? "true" : undefined}>
            <span className="grow truncate">{workspace.name}</span>
            {workspace.slug === current.slug ? <Check aria-hidden className="size-3.5 text-accent" /> : null}
          </Link>
        </MenuItem>
      ))}
      <MenuItem asChild>
        <Link href="/workspaces">
          <Plus aria-hidden className="size-3.5 text-ink-3" />
          <span className="grow">New workspace</span>
        </Link>
      </MenuItem>
    </Menu>
  );
}
