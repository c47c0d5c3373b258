"use client";

import { ChevronDown } from "lucide-react";
import { useLinkStatus } from "next/link";
import { useSelectedLayoutSegment } from "next/navigation";
import { PAGES, pageAddress } from "@/components/shell/pages";
import { cx } from "@/components/ui/cx";
import { useHereInSight } from "@/components/ui/here-in-sight";
import { Link } from "@/components/ui/link";
import { Menu, MenuItem } from "@/components/ui/menu";

export function Nav({ workspace }: { workspace: string }) {
  const here = useSelectedLayoutSegment();
  const bar = useHereInSight<HTMLElement>(here);
  return (
    <nav
      ref={bar}
      aria-label="Pages of the workspace"
      className="ml-2 hidden h-full 2xl:ml-4 min-w-0 overflow-x-auto overflow-y-hidden md:block"
    >
      <ul className="flex h-full items-stretch 2xl:gap-1">
        {PAGES.map(({ path, label, isFurther }) => (
          <li key={path} className={cx("flex", isFurther && "max-[1399px]:hidden")}>
            <Link
              href={pageAddress(workspace, path)}
              aria-current={here === path ? "page" : undefined}
              className={cx(
                "relative inline-flex items-center whitespace-nowrap px-2 text-base 2xl:px-2.5 transition-colors",
                here === path
                  ? "font-medium text-ink after:absolute after:inset-x-2 2xl:after:inset-x-2.5 after:bottom-0 after:h-0.5 after:bg-accent"
                  : "text-ink-2 hover:text-ink",
              )}
            >
              <Label>{label}</Label>
            </Link>
          </li>
        ))}
        <li className="flex min-[1400px]:hidden">
          <Further workspace={workspace} here={here} />
        </li>
      </ul>
    </nav>
  );
}

/** What a narrow bar has no room for; it says where one is if that is there. */
function Further({ workspace, here }: { workspace: string; here: string | null }) {
  const further = PAGES.filter(({ isFurther }) => isFurther);
  const current = further.find(({ path }) => path === here);
  return (
    <Menu
      align="start"
      trigger={
        <button
          type="button"
          className={cx(
            "inline-flex items-center gap-1 whitespace-nowrap px-2 text-base hover:text-ink",
            current ? "font-medium text-ink" : "text-ink-2",
          )}
        >
          {current?.label ?? "More"} <ChevronDown aria-hidden className="size-3.5" />
        </button>
      }
    >
      {further.map(({ path, label }) => (
        <MenuItem key={path} asChild>
          <Link href={pageAddress(workspace, path)} aria-current={here === path ? "page" : undefined}>
            {label}
          </Link>
        </MenuItem>
      ))}
    </Menu>
  );
}

// The page one is on stays in sight until the next one is read; the name of the next says that it is coming.
function Label({ children }: { children: string }) {
  const { pending } = useLinkStatus();
  return <span className={pending ? "animate-pulse" : ""}>{children}</span>;
}
