"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { cx } from "@/components/ui/cx";

const TABS = [
  { path: "people", label: "People" },
  { path: "workspace", label: "Workspace" },
  { path: "profile", label: "Your profile" },
];

export function SettingsTabs({ workspace }: { workspace: string }) {
  const here = usePathname();
  return (
    <nav aria-label="Settings" className="mt-4 mb-7 flex gap-6 border-line border-b">
      {TABS.map(({ path, label }) => {
        const href = `/w/${workspace}/settings/${path}`;
        const isHere = here === href;
        return (
          <Link
            key={path}
            href={href}
            aria-current={isHere ? "page" : undefined}
            className={cx(
              "-mb-px border-b-2 py-2.5 font-medium",
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
