import type { ComponentProps } from "react";
import { cx } from "@/components/ui/cx";

export function TextArea({ className, ...rest }: ComponentProps<"textarea">) {
  return (
    <textarea
      className={cx(
        "min-h-20 w-full min-w-0 resize-y rounded-md border border-line-strong bg-sheet px-3 py-2 text-base text-ink placeholder:text-ink-3",
        "aria-invalid:border-bad disabled:cursor-not-allowed disabled:opacity-60",
        className,
      )}
      {...rest}
    />
  );
}
