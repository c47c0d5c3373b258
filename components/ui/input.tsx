import type { ComponentProps } from "react";
import { cx } from "@/components/ui/cx";

export function Input({ className, ...rest }: ComponentProps<"input">) {
  return (
    <input
      className={cx(
        "h-9 w-full min-w-0 rounded-md border border-line-strong bg-sheet px-3 text-base text-ink placeholder:text-ink-3",
        "aria-invalid:border-bad disabled:cursor-not-allowed disabled:opacity-60",
        className,
      )}
      {...rest}
    />
  );
}
