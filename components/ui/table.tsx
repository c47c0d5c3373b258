import type { ComponentProps } from "react";
import { cx } from "@/components/ui/cx";
import { TableFile } from "@/components/ui/table-file";

/** Scrolls sideways inside itself where it must, so that the page never does. With the name of a file it can be taken along as one. */
export function Table({ className, label, file, ...rest }: ComponentProps<"table"> & { label: string; file?: string }) {
  const table = (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section aria-label={label} tabIndex={0} className="relative w-full overflow-x-auto">
      <table className={cx("w-full border-collapse text-sm", className)} {...rest} />
    </section>
  );
  if (file === undefined) return table;
  return (
    <div data-table>
      {table}
      <div className="flex justify-end px-2 py-1">
        <TableFile label={label} name={file} />
      </div>
    </div>
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
