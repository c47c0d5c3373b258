import type { ComponentProps } from "react";
import { cx } from "@/components/ui/cx";

/** Scrolls sideways inside itself where it must, so that the page never does. */
export function Table({ className, label, ...rest }: ComponentProps<"table"> & { label: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section aria-label={label} tabIndex={0} className="relative w-full overflow-x-auto">
      <table className={cx("w-full border-collapse text-sm", className)} {...rest} />
    </section>
  );
}

type Cell = { numeric?: boolean };

export function Th({ numeric = false, className, ...rest }: ComponentProps<"th"> & Cell) {
  return (
    <th
      scope="col"
      className={cx(
        "whitespace-nowrap border-line border-b px-3 py-2 font-medium text-ink-3 text-xs first:pl-4 last:pr-4",
        numeric ? "text-right" : "text-left",
        className,
      )}
      {...rest}
    />
  );
}

export function Td({ numeric = false, className, ...rest }: ComponentProps<"td"> & Cell) {
  return (
    <td
      className={cx(
        "border-line border-b px-3 py-2 align-middle first:pl-4 last:pr-4 in-[tfoot]:border-b-0",
        numeric ? "figures whitespace-nowrap text-right" : "text-left",
        className,
      )}
      {...rest}
    />
  );
}
