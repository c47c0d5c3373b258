"use client";

import { Check } from "lucide-react";
import { Checkbox as Primitive } from "radix-ui";
import type { ComponentProps } from "react";

export function Checkbox(props: ComponentProps<typeof Primitive.Root>) {
  return (
    <Primitive.Root
      {...props}
      className="grid size-4.5 shrink-0 place-items-center rounded-sm border border-line-strong bg-sheet data-[state=checked]:border-accent data-[state=checked]:bg-accent"
    >
      <Primitive.Indicator>
        <Check aria-hidden className="size-3.5 text-accent-ink" />
      </Primitive.Indicator>
    </Primitive.Root>
  );
}
