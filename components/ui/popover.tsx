"use client";

import { Popover as Primitive } from "radix-ui";
import { type ReactNode, useRef, useState } from "react";

type Props = { trigger: ReactNode; label: string; children: ReactNode };

const LINGERS_MS = 160;

/** What explains a figure: opens when pointed at, pressed, or reached by keyboard and pressed; Escape closes it. */
export function Popover({ trigger, label, children }: Props) {
  const [open, setOpen] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [pointed, setPointed] = useState(false);

  function point(at: boolean, pointerType: string) {
    if (pointerType !== "mouse") return;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      setPointed(at);
      setOpen(at);
    }, LINGERS_MS);
  }

  const follow = {
    onPointerEnter: ({ pointerType }: { pointerType: string }) => point(true, pointerType),
    onPointerLeave: ({ pointerType }: { pointerType: string }) => point(false, pointerType),
  };
  return (
    <Primitive.Root
      open={open}
      onOpenChange={(next) => {
        clearTimeout(timer.current);
        setPointed(false);
        setOpen(next || pointed); // a press on what is open by pointing keeps it
      }}
    >
      <Primitive.Trigger asChild {...follow}>
        {trigger}
      </Primitive.Trigger>
      <Primitive.Portal>
        <Primitive.Content
          aria-label={label}
          data-popover
          sideOffset={6}
          collisionPadding={12}
          onOpenAutoFocus={(event) => pointed && event.preventDefault()}
          className="z-40 max-w-[calc(100vw-1.5rem)] animate-appear rounded-md border border-line bg-sheet p-3 shadow-float"
          {...follow}
        >
          {children}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
