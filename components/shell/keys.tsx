"use client";

import { useRouter, useSelectedLayoutSegment } from "next/navigation";
import { useEffect, useState } from "react";
import { openCommandBar } from "@/components/shell/command-bar";
import { type KeyWords, PAGES, pageAddress } from "@/components/shell/pages";
import { isTyping } from "@/components/shell/typing";
import { Dialog } from "@/components/ui/dialog";

const OPEN = "bellwether:keys";

export function openKeys(): void {
  window.dispatchEvent(new Event(OPEN));
}

const KEYS: readonly KeyWords[] = [
  ...PAGES.map(({ key, label }) => ({ keys: ["g", key], words: `Go to ${label}` })),
  { keys: ["Ctrl", "K"], words: "Find an account, a metric or a page" },
  { keys: ["/"], words: "Search on this page" },
  { keys: ["?"], words: "Show these keys" },
];

/** Listens for the keys, and lists them. Keys typed into a field are the field's. */
export function Keys({ workspace }: { workspace: string }) {
  const router = useRouter();
  const here = useSelectedLayoutSegment();
  const [open, setOpen] = useState(false);
  const own = PAGES.find(({ path }) => path === here)?.own ?? [];

  useEffect(() => {
    let leader = 0;
    const show = () => setOpen(true);
    const press = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
        event.preventDefault();
        openCommandBar();
        return;
      }
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      const page = PAGES.find(({ key }) => key === event.key);
      if (page && Date.now() - leader < 1200) router.push(pageAddress(workspace, page.path));
      if (event.key === "?") show();
      if (event.key === "/" && focusSearch()) event.preventDefault();
      leader = event.key === "g" ? Date.now() : 0;
    };
    window.addEventListener("keydown", press);
    window.addEventListener(OPEN, show);
    return () => {
      window.removeEventListener("keydown", press);
      window.removeEventListener(OPEN, show);
    };
  }, [router, workspace]);

  return (
    <Dialog open={open} onOpenChange={setOpen} title="Keys" description="They work wherever you are not typing.">
      <dl className="grid grid-cols-[auto_1fr] items-center gap-x-6 gap-y-2.5 text-sm">
        {[...own, ...KEYS].map(({ keys, words }) => (
          <div key={words} className="contents">
            <dt className="flex gap-1">
              {keys.map((key) => (
                <kbd
                  key={key}
                  className="grid h-6 min-w-6 place-items-center rounded-sm border border-line-strong bg-sunk px-1.5 font-sans text-xs"
                >
                  {key}
                </kbd>
              ))}
            </dt>
            <dd className="text-ink-2">{words}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}

function focusSearch(): boolean {
  const field = document.querySelector<HTMLInputElement>('main input[type="search"]');
  field?.focus();
  return field !== null;
}
