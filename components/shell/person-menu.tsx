"use client";

import { Keyboard, Settings } from "lucide-react";
import type { ReactNode } from "react";
import { openKeys } from "@/components/shell/keys";
import type { Person } from "@/components/shell/shell";
import { Link } from "@/components/ui/link";
import { Menu, MenuItem, MenuLine } from "@/components/ui/menu";

export function PersonMenu({ person, workspace, signOut }: { person: Person; workspace: string; signOut: ReactNode }) {
  return (
    <Menu
      trigger={
        <button
          type="button"
          aria-label={`You: ${person.name}`}
          className="ml-1 grid size-8 place-items-center rounded-full bg-accent-wash font-semibold text-2xs text-accent tracking-wide"
        >
          {initials(person.name)}
        </button>
      }
    >
      <div className="px-2 py-1.5">
        <p className="truncate font-medium text-sm">{person.name}</p>
        <p className="truncate text-ink-3 text-xs">
          {person.email} · {person.role}
        </p>
      </div>
      <MenuLine />
      <MenuItem asChild>
        <Link href={`/w/${workspace}/settings`}>
          <Settings aria-hidden className="size-3.5 text-ink-3" /> Settings
        </Link>
      </MenuItem>
      <MenuItem onSelect={openKeys}>
        <Keyboard aria-hidden className="size-3.5 text-ink-3" /> Keys
      </MenuItem>
      <MenuLine />
      {signOut}
    </Menu>
  );
}

function initials(name: string): string {
  const words = name.split(/[\s@._-]+/).filter(Boolean);
  return words
    .slice(0, 2)
    .map((word) => word[0]?.toUpperCase())
    .join("");
}
