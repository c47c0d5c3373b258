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
  { keys: ["Ctrl", "K"], words: "Find an account, a metric, a page or an action" },
  { keys: ["/"], words: "Search on this page" },
  { keys: ["?"], words: "Show these keys" },
];

/** Listens for the keys, and lists them. Keys typed into a field are the field's. */
export function Keys({ workspace }: { workspace: string }) {
  const router = useRouter();
  const here = useSelectedLayoutSegment();
  const [open, setOpen] = useState(false);
  const own = PAGES.filter((page) => page.own).sort((a, b) => Number(b.path === here) - Number(a.path === here));
  const lists = [
    ...own.map((page) => ({
      title: page.path === here ? "On this page" : `On ${page.label}`,
      keys: page.own ?? [],
      isHere: page.path === here,
    })),
    { title: "Everywhere", keys: KEYS, isHere: true },
  ].sort((a, b) => Number(b.isHere) - Number(a.isHere));

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
      <div className="grid gap-5">
        {lists.map(({ title, keys }) => (
          <KeyList key={title} title={title} keys={keys} />
        ))}
      </div>
    </Dialog>
  );
}

function KeyList({ title, keys: list }: { title: string; keys: readonly KeyWords[] }) {
  return (
    <section aria-label={title}>
      <h3 className="eyebrow mb-2">{title}</h3>
      <dl className="grid grid-cols-[5.5rem_1fr] items-center gap-x-4 gap-y-2 text-sm">
        {list.map(({ keys, words }) => (
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
    </section>
  );
}

function focusSearch(): boolean {
  const field = document.querySelector<HTMLInputElement>('main input[type="search"]');
  field?.focus();
  return field !== null;
}
