"use client";

import { Check, ChevronDown } from "lucide-react";
import { Select as Primitive } from "radix-ui";
import { cx } from "@/components/ui/cx";

export type Option = { value: string; label: string; hint?: string };

type Props = {
  /** What is chosen here; read aloud, and shown before the value where `lead` is set. */
  label: string;
  value: string;
  options: readonly Option[];
  onChange: (value: string) => void;
  lead?: string;
  disabled?: boolean;
  id?: string;
  name?: string;
  className?: string;
};

// The primitive refuses an empty value, which here means "all".
const EMPTY = "\u0000";

export function Select({ label, value, options, onChange, lead, disabled = false, id, name, className }: Props) {
  const chosen = options.find((option) => option.value === value);
  return (
    <Primitive.Root
      value={value || EMPTY}
      onValueChange={(next) => onChange(next === EMPTY ? "" : next)}
      disabled={disabled}
      {...(name ? { name } : {})}
    >
      <Primitive.Trigger
        id={id}
        aria-label={`${label}: ${chosen?.label ?? value}`}
        className={cx(
          "inline-flex h-9 min-w-0 max-w-full items-center justify-between gap-1.5 rounded-md border border-line-strong bg-sheet px-3 text-sm hover:bg-sunk disabled:opacity-60",
          className,
        )}
      >
        <span className="truncate">
          {lead ? <span className="text-ink-3">{lead} </span> : null}
          <span className="font-medium">{chosen?.label ?? value}</span>
        </span>
        <ChevronDown aria-hidden className="size-3.5 shrink-0 text-ink-3" />
      </Primitive.Trigger>
      <Primitive.Portal>
        <Primitive.Content
          position="popper"
          sideOffset={4}
          collisionPadding={12}
          className="z-50 max-h-[min(24rem,var(--radix-select-content-available-height))] min-w-(--radix-select-trigger-width) max-w-80 animate-appear overflow-hidden rounded-md border border-line bg-sheet p-1 shadow-float"
        >
          <Primitive.Viewport>
            {options.map((option) => (
              <Primitive.Item
                key={option.value}
                value={option.value || EMPTY}
                className="flex select-none items-center justify-between gap-4 rounded-sm px-2 py-1.5 text-sm outline-none data-highlighted:bg-sunk"
              >
                <Primitive.ItemText>{option.label}</Primitive.ItemText>
                {option.hint ? <span className="figures ml-auto text-ink-3 text-xs">{option.hint}</span> : null}
                <Primitive.ItemIndicator>
                  <Check aria-hidden className="size-3.5 text-accent" />
                </Primitive.ItemIndicator>
              </Primitive.Item>
            ))}
          </Primitive.Viewport>
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
