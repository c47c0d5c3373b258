"use client";

import { type ChangeEvent, type ComponentProps, type KeyboardEvent, useEffect, useRef, useState } from "react";
import type { Named } from "@/app/w/[workspace]/acting/asked";
import { TextArea } from "@/app/w/[workspace]/acting/text-area";
import { cx } from "@/components/ui/cx";

type Props = Omit<ComponentProps<"textarea">, "onChange" | "onKeyDown"> & { members: readonly Named[] };

const SHOWN = 6;
// What is typed after an @ that begins a word, up to where one types.
const NAMING = /(?:^|\s)@([^@\n]{0,40})$/;

/** A text in which an @ offers the members by name. */
export function MentionArea({ members, ...rest }: Props) {
  const area = useRef<HTMLTextAreaElement>(null);
  const [sought, setSought] = useState<string | null>(null);
  const [at, setAt] = useState(0);
  const found = sought === null ? [] : members.filter(({ name }) => name.toLowerCase().startsWith(sought.toLowerCase())).slice(0, SHOWN);

  const isOffering = found.length > 0;
  useEffect(() => {
    if (!isOffering) return;
    // A dialog closes on Escape before the field hears of it, so it is heard above both.
    const close = (event: globalThis.KeyboardEvent) => {
      if (event.key !== "Escape") return;
      event.preventDefault();
      event.stopPropagation();
      setSought(null);
    };
    window.addEventListener("keydown", close, true);
    return () => window.removeEventListener("keydown", close, true);
  }, [isOffering]);

  function look({ currentTarget }: ChangeEvent<HTMLTextAreaElement>) {
    setSought(NAMING.exec(currentTarget.value.slice(0, currentTarget.selectionStart))?.[1] ?? null);
    setAt(0);
  }

  function take({ name }: Named) {
    const field = area.current;
    if (field === null || sought === null) return;
    field.setRangeText(`${name} `, field.selectionStart - sought.length, field.selectionStart, "end");
    setSought(null);
    field.focus();
  }

  function press(event: KeyboardEvent<HTMLTextAreaElement>) {
    const chosen = found[at];
    if (chosen === undefined) return;
    const steps: Record<string, () => void> = {
      ArrowDown: () => setAt((at + 1) % found.length),
      ArrowUp: () => setAt((at + found.length - 1) % found.length),
      Enter: () => take(chosen),
      Tab: () => take(chosen),
    };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    step();
  }

  return (
    <div className="relative">
      <TextArea ref={area} className="min-h-28" maxLength={20_000} autoFocus {...rest} onChange={look} onKeyDown={press} />
      {isOffering ? (
        <ul className="absolute inset-x-0 top-full z-10 mt-1 rounded-md border border-line bg-sheet p-1 shadow-float">
          {found.map((member, place) => (
            <li key={member.id}>
              <button
                type="button"
                tabIndex={-1}
                onClick={() => take(member)}
                className={cx("w-full rounded-sm px-2 py-1.5 text-left text-sm", place === at && "bg-sunk")}
              >
                {member.name}
              </button>
            </li>
          ))}
        </ul>
      ) : null}
      <p className="sr-only" role="status">
        {isOffering ? `${found[at]?.name}; Enter mentions them, arrows choose another` : ""}
      </p>
    </div>
  );
}
