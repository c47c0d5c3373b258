"use client";

import { type ComponentProps, useState } from "react";
import { Input } from "@/components/ui/input";

type Props = Omit<ComponentProps<typeof Input>, "value" | "onChange" | "type"> & { value: number; onValue: (value: number) => void };

/** A number that can be half typed: what is no number yet changes nothing and is marked. */
export function NumberInput({ value, onValue, ...rest }: Props) {
  const [text, setText] = useState(String(value));
  const typed = numberIn(text);
  const shown = typed === value || typed === null ? text : String(value);
  return (
    <Input
      inputMode="decimal"
      value={shown}
      aria-invalid={typed === null ? true : undefined}
      onChange={({ target }) => {
        setText(target.value);
        const next = numberIn(target.value);
        if (next !== null) onValue(next);
      }}
      {...rest}
    />
  );
}

function numberIn(text: string): number | null {
  return /^-?\d+(?:\.\d+)?$/.test(text.trim()) ? Number(text) : null;
}
