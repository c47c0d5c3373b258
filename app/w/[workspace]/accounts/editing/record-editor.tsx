"use client";

import { Pencil, Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { createContext, type ReactNode, useContext, useRef, useState, useTransition } from "react";
import { toast } from "sonner";
import { RecordDeletion } from "@/app/w/[workspace]/accounts/editing/record-deletion";
import { RecordForm } from "@/app/w/[workspace]/accounts/editing/record-form";
import { Unsaved } from "@/app/w/[workspace]/accounts/editing/unsaved";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { Rights } from "@/lib/accounts/rights";
import { openRecordAction } from "@/lib/imports/hand/actions";
import { FORMS, type HandKind } from "@/lib/imports/hand/forms";
import type { OpenForm } from "@/lib/imports/hand/open";

type Asked = { kind: HandKind; id: string | null };

/** Opens the form of a record, or of a new one; null for whoever may only look. */
const Editor = createContext<((asked: Asked) => void) | null>(null);

type Props = { workspace: string; account: string | null; rights: Rights; children: ReactNode };

/** Lets what is inside open the records it shows. `account` is whose new records are. */
export function RecordEditor({ workspace, account, rights, children }: Props) {
  const router = useRouter();
  const [, start] = useTransition();
  const [form, setForm] = useState<OpenForm | null>(null);
  const [deleting, setDeleting] = useState(false);
  const [leaving, setLeaving] = useState(false);
  const typed = useRef(false);
  const opener = useRef<Element | null>(null);

  function open({ kind, id }: Asked) {
    if (form === null) opener.current = document.activeElement;
    start(async () => {
      const answer = await openRecordAction({ workspace, kind, id });
      if (!answer.ok) return void toast.error(answer.message);
      setDeleting(false);
      setLeaving(false);
      typed.current = false;
      setForm(answer.data);
    });
  }

  // The dialog has no trigger of its own to give the focus back to.
  function close() {
    setForm(null);
    setTimeout(() => opener.current instanceof HTMLElement && opener.current.focus());
  }

  /** Escape, the cross and Cancel: what was typed is not thrown away unasked; a second Escape goes back to it. */
  function leave() {
    if (typed.current && !deleting) setLeaving(!leaving);
    else close();
  }

  function done(words: string, address?: string) {
    close();
    toast.success(words);
    if (address) router.push(address);
    router.refresh();
  }

  const accounts = `/w/${workspace}/accounts`;
  const mayDelete = form?.id != null && (form.kind !== "accounts" || rights.deleteAccount);
  return (
    <Editor value={rights.write ? open : null}>
      {children}
      <Dialog
        wide
        open={form !== null}
        onOpenChange={(isOpen) => !isOpen && leave()}
        title={titleOf(form, deleting)}
        description={form && !deleting ? originOf(form) : undefined}
      >
        {form === null ? null : deleting && form.id !== null ? (
          <RecordDeletion
            workspace={workspace}
            form={{ ...form, id: form.id }}
            onKeep={() => setDeleting(false)}
            onDeleted={(words) => done(words, form.kind === "accounts" ? accounts : undefined)}
          />
        ) : (
          <RecordForm
            key={`${form.id} ${form.version}`}
            workspace={workspace}
            account={account}
            form={form}
            onCancel={leave}
            onTyped={(isTyped) => {
              typed.current = isTyped;
            }}
            onReopen={() => open(form)}
            onSaved={(id) =>
              done(`The ${form.one} is saved.`, form.kind === "accounts" && form.id === null && id ? `${accounts}/${id}` : undefined)
            }
            {...(mayDelete ? { onDelete: () => setDeleting(true) } : {})}
          />
        )}
        {leaving ? <Unsaved onStay={() => setLeaving(false)} onDiscard={close} /> : null}
      </Dialog>
    </Editor>
  );
}

export function EditButton({ kind, id, name }: { kind: HandKind; id: string; name: string }) {
  const open = useContext(Editor);
  if (open === null) return null;
  return (
    <Button
      look="quiet"
      size="icon"
      className="no-print -my-1.5 -mr-2"
      aria-label={`Edit ${FORMS[kind].one} ${name}`}
      onClick={() => open({ kind, id })}
    >
      <Pencil aria-hidden className="size-3.5" />
    </Button>
  );
}

export function AddButton({ kind }: { kind: HandKind }) {
  const open = useContext(Editor);
  if (open === null) return null;
  return (
    <Button look="quiet" size="sm" aria-label={`Add ${article(FORMS[kind].one)}`} onClick={() => open({ kind, id: null })}>
      <Plus aria-hidden className="size-3.5" /> Add
    </Button>
  );
}

function titleOf(form: OpenForm | null, deleting: boolean): string {
  if (form === null) return "";
  if (deleting) return `Delete this ${form.one}?`;
  return form.id === null ? `New ${form.one}` : `Edit ${form.one}`;
}

function originOf({ id, importedFrom }: OpenForm): string | undefined {
  if (id === null) return undefined;
  return importedFrom === null
    ? "Made by hand; no import changes it."
    : `Comes from ${importedFrom}. The next import from there may restate what you change here.`;
}

function article(word: string): string {
  return `${/^[aeo]/.test(word) ? "an" : "a"} ${word}`;
}
