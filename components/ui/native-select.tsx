import { ChevronDown } from "lucide-react";
import type { ComponentProps } from "react";
import { cx } from "@/components/ui/cx";

type Option = string | { value: string; label: string };

/** The system's own list, for choices too many to look through at once: it is searched by typing and at home on a phone. */
export function NativeSelect({ options, className, ...rest }: Omit<ComponentProps<"select">, "children"> & { options: readonly Option[] }) {
  return (
    <span className="relative block min-w-0">
      <select
        className={cx(
          "h-9 w-full min-w-0 appearance-none truncate rounded-md border border-line-strong bg-sheet pr-8 pl-3 text-base text-ink",
          "aria-invalid:border-bad disabled:cursor-not-allowed disabled:opacity-60",
          className,
        )}
        {...rest}
      >
        {options.map((option) => {
          const { value, label } = typeof option === "string" ? { value: option, label: option } : option;
          return (
            <option key={value} value={value}>
              {label}
            </option>
          );
        })}
      </select>
      <ChevronDown aria-hidden className="-translate-y-1/2 pointer-events-none absolute top-1/2 right-3 size-3.5 text-ink-3" />
    </span>
  );
}
