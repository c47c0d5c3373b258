"use client";

import { DropdownMenu as Primitive } from "radix-ui";
import type { ReactNode } from "react";

/** A button that opens a list of things to do or places to go. */
export function Menu({ trigger, children, align = "end" }: { trigger: ReactNode; children: ReactNode; align?: "start" | "end" }) {
  return (
    <Primitive.Root modal={false}>
      <Primitive.Trigger asChild>{trigger}</Primitive.Trigger>
      <Primitive.Portal>
        <Primitive.Content
          align={align}
          sideOffset={6}
          collisionPadding={12}
          className="z-50 max-h-(--radix-dropdown-menu-content-available-height) min-w-52 max-w-80 animate-appear overflow-y-auto rounded-md border border-line bg-sheet p-1 shadow-float"
        >
          {children}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}

export function MenuItem({ children, onSelect, asChild = false }: { children: ReactNode; onSelect?: () => void; asChild?: boolean }) {
  return (
    <Primitive.Item
      asChild={asChild}
      {...(onSelect ? { onSelect } : {})}
      className="flex w-full select-none items-center gap-2 rounded-sm px-2 py-1.5 text-left text-sm outline-none data-highlighted:bg-sunk"
    >
      {children}
    </Primitive.Item>
  );
}

export function MenuLabel({ children }: { children: ReactNode }) {
  return <Primitive.Label className="px-2 pt-1.5 pb-1 text-ink-3 text-xs">{children}</Primitive.Label>;
}

export function MenuLine() {
  return <Primitive.Separator className="my-1 h-px bg-line" />;
}
