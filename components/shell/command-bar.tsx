"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Command } from "cmdk";
import { useRouter } from "next/navigation";
import { Dialog } from "radix-ui";
import { type ReactNode, useDeferredValue, useEffect, useState } from "react";
import { MORE_PAGES, PAGES, pageAddress } from "@/components/shell/pages";

const OPEN = "bellwether:command-bar";
const ASKED = "Find an account, a metric, a page or an action";

/** `all`: how many there are; only the first stand here. */
export type FoundAccounts = { accounts: readonly { id: string; name: string; hint: string }[]; all: number };

export function openCommandBar(): void {
  window.dispatchEvent(new Event(OPEN));
}

/** What can be done from anywhere: a place to go, or a deed. */
export type CommandAction = { id: string; name: string; hint: string; run: string | (() => void) };

type Props = {
  workspace: string;
  actions: readonly CommandAction[];
  metrics: readonly { id: string; name: string }[];
  findAccounts: (search: string) => Promise<FoundAccounts>;
};

/** One field that leads to every account, metric and page, and does what can be done from anywhere. */
export function CommandBar({ workspace, metrics, actions, findAccounts }: Props) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [text, setText] = useState("");
  const [chosen, setChosen] = useState("");
  const search = useDeferredValue(text.trim());
  const accounts = useQuery({
    queryKey: ["command-bar", workspace, search],
    queryFn: () => findAccounts(search),
    enabled: open && search.length > 0,
    placeholderData: keepPreviousData,
  });

  useEffect(() => {
    const show = () => setOpen(true);
    window.addEventListener(OPEN, show);
    return () => window.removeEventListener(OPEN, show);
  }, []);

  function go(to: Item["to"]) {
    setOpen(false);
    setText("");
    if (typeof to === "string") router.push(to);
    else to();
  }

  const groups = groupsOf({ workspace, metrics, actions, search, found: (search ? accounts.data : undefined) ?? { accounts: [], all: 0 } });
  const [first] = groups.flatMap(({ heading, items }) => items.map(({ id }) => `${heading}:${id}`));
  // Accounts arrive after the pages and metrics and stand above them: Enter goes to what stands first.
  useEffect(() => setChosen(first ?? ""), [first]);

  return (
    <Dialog.Root open={open} onOpenChange={setOpen}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 animate-appear bg-veil" />
        <Dialog.Content
          aria-describedby={undefined}
          className="-translate-x-1/2 fixed top-[12vh] left-1/2 z-50 w-[calc(100vw-2rem)] max-w-xl animate-appear overflow-hidden rounded-lg border border-line bg-sheet shadow-float"
        >
          <Dialog.Title className="sr-only">{ASKED}</Dialog.Title>
          <Command value={chosen} onValueChange={setChosen} shouldFilter={false} label={ASKED}>
            <Command.Input
              value={text}
              onValueChange={setText}
              placeholder="Account, metric, page or action"
              className="h-13 w-full border-line border-b bg-transparent px-4 text-lg outline-none placeholder:text-ink-3"
            />
            <Command.List className="max-h-[min(24rem,60vh)] overflow-y-auto p-1.5">
              <Command.Empty className="px-3 py-6 text-center text-ink-3 text-sm">
                {accounts.isFetching ? "Looking…" : `Nothing here is called “${search}”.`}
              </Command.Empty>
              {groups.map((group) => (
                <Group key={group.heading} {...group} go={go} />
              ))}
            </Command.List>
          </Command>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

type Item = { id: string; name: string; hint: string; to: CommandAction["run"] };

type Sought = Pick<Props, "workspace" | "metrics" | "actions"> & { search: string; found: FoundAccounts };

function groupsOf({ workspace, metrics, actions, search, found }: Sought): { heading: string; items: Item[] }[] {
  const wanted = (label: string) => label.toLowerCase().includes(search.toLowerCase());
  const accounts: Item[] = found.accounts.map((account) => ({ ...account, to: pageAddress(workspace, `accounts/${account.id}`) }));
  if (found.all > accounts.length) {
    const to = `${pageAddress(workspace, "accounts")}?search=${encodeURIComponent(search)}`;
    const name = `All ${found.all.toLocaleString("en-US")} accounts that match`;
    accounts.push({ id: "all", name, hint: `the largest ${accounts.length} stand above`, to });
  }
  const pages = [...PAGES, ...(search ? MORE_PAGES : [])].filter(({ label, question }) => wanted(`${label} ${question}`));
  const named = metrics.filter(({ name }) => wanted(name));
  return [
    { heading: "Accounts", items: accounts },
    {
      heading: "Pages",
      items: pages.map(({ path, label, question }) => ({ id: path, name: label, hint: question, to: pageAddress(workspace, path) })),
    },
    {
      heading: "Actions",
      items: actions.filter(({ name, hint }) => wanted(`${name} ${hint}`)).map(({ run, ...action }) => ({ ...action, to: run })),
    },
    { heading: "Metrics", items: named.map(({ id, name }) => ({ id, name, hint: "", to: pageAddress(workspace, `metrics/${id}`) })) },
  ];
}

function Group({ heading, items, go }: { heading: string; items: readonly Item[]; go: (to: Item["to"]) => void }): ReactNode {
  if (items.length === 0) return null;
  return (
    <Command.Group
      heading={heading}
      className="[&_[cmdk-group-heading]]:px-2.5 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-ink-3 [&_[cmdk-group-heading]]:text-xs"
    >
      {items.map(({ id, name, hint, to }) => (
        <Command.Item
          key={id}
          value={`${heading}:${id}`}
          onSelect={() => go(to)}
          className="flex items-baseline justify-between gap-4 rounded-md px-2.5 py-2 text-base data-[selected=true]:bg-accent-wash"
        >
          <span className="truncate">{name}</span>
          <span className="truncate text-ink-3 text-xs">{hint}</span>
        </Command.Item>
      ))}
    </Command.Group>
  );
}
