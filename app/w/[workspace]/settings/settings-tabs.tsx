"use client";

import { usePathname } from "next/navigation";
import { cx } from "@/components/ui/cx";
import { useHereInSight } from "@/components/ui/here-in-sight";
import { Link } from "@/components/ui/link";

const TABS = [
  { path: "people", label: "People" },
  { path: "workspace", label: "Workspace" },
  { path: "targets", label: "Targets" },
  { path: "sources", label: "Sources" },
  { path: "signals", label: "Signals" },
  { path: "notifications", label: "Notifications" },
  { path: "webhooks", label: "Webhooks and mail" },
  { path: "profile", label: "Your profile" },
];

/** `closed`: those this person may not open. */
export function SettingsTabs({ workspace, closed }: { workspace: string; closed: readonly string[] }) {
  const here = usePathname();
  const nav = useHereInSight<HTMLElement>(here);
  return (
    <nav ref={nav} aria-label="Settings" className="mt-4 mb-7 flex gap-6 overflow-x-auto overflow-y-hidden border-line border-b">
      {TABS.filter(({ path }) => !closed.includes(path)).map(({ path, label }) => {
        const href = `/w/${workspace}/settings/${path}`;
        const isHere = here === href;
        return (
          <Link
            key={path}
            href={href}
            aria-current={isHere ? "page" : undefined}
            className={cx(
              "-mb-px whitespace-nowrap border-b-2 py-2.5 font-medium",
              isHere ? "border-accent text-ink" : "border-transparent text-ink-2 hover:text-ink",
            )}
          >
            {label}
          </Link>
        );
      })}
    </nav>
  );
}
