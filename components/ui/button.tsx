import { Slot } from "radix-ui";
import type { ComponentProps } from "react";
import { cx } from "@/components/ui/cx";

const LOOKS = {
  primary: "bg-accent text-accent-ink border-transparent hover:brightness-110",
  secondary: "bg-sheet text-ink border-line-strong hover:bg-sunk",
  quiet: "bg-transparent text-ink-2 border-transparent hover:bg-sunk hover:text-ink",
  danger: "bg-sheet text-bad border-line-strong hover:bg-bad-wash",
};

const SIZES = { md: "h-9 px-3.5 text-base gap-2", sm: "h-8 px-2.5 text-sm gap-1.5", icon: "size-8 justify-center" };

type Props = ComponentProps<"button"> & { look?: keyof typeof LOOKS; size?: keyof typeof SIZES; asChild?: boolean };

export function Button({ look = "secondary", size = "md", asChild = false, className, type, ...rest }: Props) {
  const Element = asChild ? Slot.Root : "button";
  return (
    <Element
      {...(asChild ? {} : { type: type ?? "button" })}
      className={cx(
        "inline-flex shrink-0 select-none items-center justify-center whitespace-nowrap rounded-md border font-medium transition-colors",
        "disabled:cursor-not-allowed disabled:opacity-50 aria-disabled:opacity-50",
        LOOKS[look],
        SIZES[size],
        className,
      )}
      {...rest}
    />
  );
}
