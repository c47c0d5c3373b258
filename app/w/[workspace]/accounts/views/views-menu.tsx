"use client";

import { Bookmark, Check, Link2, Pin, PinOff, Plus, RefreshCw, Trash2, Type } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { toast } from "sonner";
import { type AccountsParams, knownQuery } from "@/app/w/[workspace]/accounts/accounts-view";
import { kept, viewAddress, viewLink } from "@/app/w/[workspace]/accounts/views/kept";
import { ViewDeletion } from "@/app/w/[workspace]/accounts/views/view-deletion";
import { ViewForm } from "@/app/w/[workspace]/accounts/views/view-form";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { Menu, MenuItem, MenuLabel, MenuLine } from "@/components/ui/menu";
import type { ActionResult } from "@/lib/platform/failure";
import { changeViewAction, setDefaultViewAction } from "@/lib/views/actions";
import type { SavedView } from "@/lib/views/data";
import type { ShownView } from "@/lib/views/rules";

type Props = {
  workspace: string;
  views: readonly ShownView[];
  me: string;
  mayShare: boolean;
  asked: AccountsParams;
  /** What is seen now. */
  query: string;
};

type Open = { what: "save" } | { what: "change" | "delete"; view: SavedView };

/** The views that are kept: to go to one, to keep what is seen, and to change the one that is looked at. */
export function ViewsMenu({ workspace, views, me, mayShare, asked, query }: Props) {
  const router = useRouter();
  const [, start] = useTransition();
  const [open, setOpen] = useState<Open | null>(null);
  const here = kept(views, asked.view);
  const isChanged = here !== null && knownQuery(here.query) !== query;
  const mine = views.filter(({ author }) => author === me);
  const others = views.filter(({ author }) => author !== me);

  function done(words: string, address?: string) {
    setOpen(null);
    toast.success(words);
    if (address) router.push(address);
    router.refresh();
  }

  function press(answering: Promise<ActionResult<void>>, words: string) {
    start(async () => {
      const answer = await answering;
      if (answer.ok) done(words);
      else toast.error(answer.message);
    });
  }

  const begin = (id: string | null, words: string) => press(setDefaultViewAction({ workspace, screen: "accounts", id }), words);
  const replace = ({ id, version, name, shared }: SavedView) =>
    press(changeViewAction({ workspace, id, version, name, shared, query }), `${name} now holds what you see.`);
  const copy = async (view: SavedView) => {
    await navigator.clipboard.writeText(`${window.location.origin}${viewLink(workspace, view)}`);
    toast.success("The link is copied. Whoever opens it sees the view as it is then.");
  };

  return (
    <>
      <Menu
        trigger={
          <Button look="quiet" size="sm" aria-label={`Views: ${here === null ? "all accounts" : here.name}${isChanged ? ", changed" : ""}`}>
            <Bookmark aria-hidden className="size-3.5" />
            <span className="max-w-48 truncate">{here === null ? "Views" : here.name}</span>
            {isChanged ? <span className="text-ink-3">changed</span> : null}
          </Button>
        }
      >
        <ViewItem
          words="All accounts"
          address={`/w/${workspace}/accounts${views.some(({ isDefault }) => isDefault) ? "?view=all" : ""}`}
          on={here === null && query === ""}
        />
        {mine.length > 0 ? <MenuLabel>Mine</MenuLabel> : null}
        {mine.map((view) => (
          <ViewItem
            key={view.id}
            words={view.name}
            hint={hintOf(view, true)}
            address={viewAddress(workspace, view)}
            on={view.id === here?.id}
          />
        ))}
        {others.length > 0 ? <MenuLabel>Of others</MenuLabel> : null}
        {others.map((view) => (
          <ViewItem
            key={view.id}
            words={view.name}
            hint={hintOf(view, false)}
            address={viewAddress(workspace, view)}
            on={view.id === here?.id}
          />
        ))}
        <MenuLine />
        <MenuItem onSelect={() => setOpen({ what: "save" })}>
          <Plus aria-hidden className="size-3.5" /> Keep what is seen as a view
        </MenuItem>
        {here === null ? null : (
          <>
            {isChanged && here.mayChange ? (
              <MenuItem onSelect={() => replace(here)}>
                <RefreshCw aria-hidden className="size-3.5 shrink-0" />{" "}
                <span className="truncate">Replace “{here.name}” by what is seen</span>
              </MenuItem>
            ) : null}
            {here.isDefault ? (
              <MenuItem onSelect={() => begin(null, "Accounts begins with all of them again.")}>
                <PinOff aria-hidden className="size-3.5" /> Begin with all accounts again
              </MenuItem>
            ) : (
              <MenuItem onSelect={() => begin(here.id, `Accounts begins with ${here.name} for you.`)}>
                <Pin aria-hidden className="size-3.5" /> Begin with this view
              </MenuItem>
            )}
            <MenuItem onSelect={() => void copy(here)}>
              <Link2 aria-hidden className="size-3.5" /> Copy its link
            </MenuItem>
            {here.mayChange ? (
              <>
                <MenuItem onSelect={() => setOpen({ what: "change", view: here })}>
                  <Type aria-hidden className="size-3.5" /> Rename or share
                </MenuItem>
                <MenuItem onSelect={() => setOpen({ what: "delete", view: here })}>
                  <Trash2 aria-hidden className="size-3.5" /> Delete
                </MenuItem>
              </>
            ) : null}
          </>
        )}
      </Menu>
      {open?.what === "delete" ? (
        <ViewDeletion
          workspace={workspace}
          view={open.view}
          onKeep={() => setOpen(null)}
          onDeleted={() => done(`${open.view.name} is deleted.`, `/w/${workspace}/accounts?view=all`)}
        />
      ) : null}
      {open === null || open.what === "delete" ? null : (
        <ViewForm
          workspace={workspace}
          view={open.what === "change" ? open.view : null}
          query={query}
          mayShare={mayShare}
          me={me}
          onCancel={() => setOpen(null)}
          onSaved={(view) => done(`${view.name} is kept.`, open.what === "save" ? viewAddress(workspace, view) : undefined)}
        />
      )}
    </>
  );
}

function hintOf({ shared, isDefault }: SavedView, isMine: boolean): string {
  return [isMine && shared ? "shared" : "", isDefault ? "first" : ""].filter(Boolean).join(", ");
}

function ViewItem({ words, hint = "", address, on }: { words: string; hint?: string; address: string; on: boolean }) {
  return (
    <MenuItem asChild>
      <Link href={address} {...(on ? { "aria-current": "page" as const } : {})}>
        <span className="min-w-0 truncate">{words}</span>
        {hint === "" ? null : <span className="shrink-0 text-ink-3 text-xs">{hint}</span>}
        {on ? <Check aria-hidden className="ml-auto size-3.5 shrink-0 text-accent" /> : null}
      </Link>
    </MenuItem>
  );
}
