"use client";

import { X } from "lucide-react";
import { Dialog as Primitive } from "radix-ui";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";

type Props = {
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  trigger?: ReactNode;
  title: string;
  description?: ReactNode;
  children: ReactNode;
  wide?: boolean;
};

export function Dialog({ open, onOpenChange, trigger, title, description, children, wide = false }: Props) {
  return (
    <Primitive.Root {...(open === undefined ? {} : { open })} {...(onOpenChange ? { onOpenChange } : {})}>
      {trigger ? <Primitive.Trigger asChild>{trigger}</Primitive.Trigger> : null}
      <Primitive.Portal>
        <Primitive.Overlay className="fixed inset-0 z-40 animate-appear bg-veil" />
        <Primitive.Content
          {...(description ? {} : { "aria-describedby": undefined })}
          className={cx(
            "-translate-x-1/2 fixed top-[10vh] left-1/2 z-50 max-h-[calc(80vh-var(--toast-room))] w-[calc(100vw-2rem)] animate-appear overflow-y-auto rounded-lg border border-line bg-sheet p-5 shadow-float",
            wide ? "max-w-2xl" : "max-w-md",
          )}
        >
          <div className="mb-4 flex items-start justify-between gap-4">
            <div>
              <Primitive.Title className="headline text-lg">{title}</Primitive.Title>
              {description ? <Primitive.Description className="mt-1 text-ink-2 text-sm">{description}</Primitive.Description> : null}
            </div>
            <Primitive.Close asChild>
              <Button look="quiet" size="icon" aria-label="Close" className="-m-1.5">
                <X aria-hidden className="size-4" />
              </Button>
            </Primitive.Close>
          </div>
          {children}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
