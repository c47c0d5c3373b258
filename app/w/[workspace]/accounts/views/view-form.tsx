"use client";

import { Form, textIn } from "@/app/w/[workspace]/acting/form";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { changeViewAction, createViewAction } from "@/lib/views/actions";
import type { SavedView } from "@/lib/views/data";

type Props = {
  workspace: string;
  /** The one that is renamed or shared; null keeps a new one. */
  view: SavedView | null;
  query: string;
  mayShare: boolean;
  me: string;
  onCancel: () => void;
  onSaved: (view: { id: string; name: string; query: string }) => void;
};

/** What a view is called and who sees it. */
export function ViewForm({ workspace, view, query, mayShare, me, onCancel, onSaved }: Props) {
  async function save(typed: FormData) {
    const fields = { name: textIn(typed, "name"), shared: typed.get("shared") === "on" };
    if (view === null) {
      const made = await createViewAction({ workspace, screen: "accounts", query, ...fields });
      return made.ok ? { ...made, data: { ...made.data, name: fields.name, query } } : made;
    }
    const { id, version } = view;
    const changed = await changeViewAction({ workspace, id, version, query: view.query, ...fields });
    return changed.ok ? { ...changed, data: { id, name: fields.name, query: view.query } } : changed;
  }
  const isOthers = view !== null && view.author !== me;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onCancel()}
      title={view === null ? "Keep a view" : `Change ${view.name}`}
      description={view === null ? "The filters, the columns and the order, as you see them now." : "What it holds stays as it is."}
    >
      <Form words={view === null ? "Keep" : "Save"} save={save} onCancel={onCancel} onSaved={onSaved}>
        <Field label="Name">
          <Input name="name" maxLength={80} defaultValue={view?.name ?? ""} autoFocus />
        </Field>
        {isOthers ? (
          <input type="hidden" name="shared" value="on" />
        ) : mayShare ? (
          <label className="flex items-start gap-2 text-sm">
            <input type="checkbox" name="shared" defaultChecked={view?.shared ?? false} className="mt-0.5 size-4 accent-accent" />
            <span>
              Show it to everybody in the workspace
              <span className="block text-ink-3 text-xs">“Accounts of me” is then whoever looks.</span>
            </span>
          </label>
        ) : null}
      </Form>
    </Dialog>
  );
}
