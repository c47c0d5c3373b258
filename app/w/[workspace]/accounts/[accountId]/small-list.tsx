import type { ReactNode } from "react";
import { AddButton, EditButton } from "@/app/w/[workspace]/accounts/editing/record-editor";
import { Sheet } from "@/components/ui/sheet";
import type { HandKind } from "@/lib/imports/hand/forms";

type Line = { id: string; name: string; lead: ReactNode; figure?: ReactNode; note: ReactNode };

type Props = { title: string; none: string; kind?: HandKind; lines: readonly Line[]; mayAdd: boolean };

const SHOWN = 5;

/** A short list of things an account has; nothing at all where there are none and whoever looks can add none. */
export function SmallList({ title, none, kind, lines, mayAdd }: Props) {
  if (lines.length === 0 && !(mayAdd && kind)) return null;
  const line = (one: Line) => <SmallLine key={one.id} line={one} {...(kind ? { kind } : {})} />;
  return (
    <Sheet title={title} actions={kind ? <AddButton kind={kind} /> : undefined} flush>
      {lines.length === 0 ? <p className="px-4 pb-3.5 text-ink-3 text-sm">{none}</p> : null}
      <ul className="divide-y divide-line border-line border-t empty:border-0" aria-label={title}>
        {lines.slice(0, SHOWN).map(line)}
      </ul>
      {lines.length > SHOWN ? (
        <details className="border-line border-t">
          <summary className="cursor-pointer px-4 py-2.5 text-accent text-sm">Show {lines.length - SHOWN} more</summary>
          <ul className="divide-y divide-line">{lines.slice(SHOWN).map(line)}</ul>
        </details>
      ) : null}
    </Sheet>
  );
}

function SmallLine({ line: { id, name, lead, figure, note }, kind }: { line: Line; kind?: HandKind }) {
  return (
    <li className="flex items-start justify-between gap-3 px-4 py-2.5">
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 break-words">{lead}</p>
        <p className="figures text-ink-3 text-xs">{note}</p>
      </div>
      <span className="figures flex shrink-0 items-center gap-2">
        {figure}
        {kind ? <EditButton kind={kind} id={id} name={name} /> : null}
      </span>
    </li>
  );
}
