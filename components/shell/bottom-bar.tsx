"use client";

import { useSelectedLayoutSegment } from "next/navigation";
import { PAGES, pageAddress } from "@/components/shell/pages";
import { cx } from "@/components/ui/cx";
import { useHereInSight } from "@/components/ui/here-in-sight";
import { Link } from "@/components/ui/link";

/** The same places within reach of a thumb. */
export function BottomBar({ workspace }: { workspace: string }) {
  const here = useSelectedLayoutSegment();
  const bar = useHereInSight<HTMLUListElement>(here);
  return (
    <nav
      aria-label="Pages of the workspace"
      className="no-print fixed inset-x-0 bottom-0 z-30 border-line border-t bg-paper pb-[env(safe-area-inset-bottom)] md:hidden"
    >
      <ul ref={bar} className="flex overflow-x-auto">
        {PAGES.map(({ path, label, icon: Icon }) => (
          <li key={path} className="min-w-17 flex-1">
            <Link
              href={pageAddress(workspace, path)}
              aria-current={here === path ? "page" : undefined}
              className={cx(
                "flex h-14 flex-col items-center justify-center gap-0.5 text-2xs",
                here === path ? "font-semibold text-accent" : "text-ink-2",
              )}
            >
              <Icon aria-hidden className="size-5" strokeWidth={1.75} />
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
