import type { ReactNode } from "react";
import { cx } from "@/components/ui/cx";

type Props = { title?: ReactNode; note?: ReactNode; actions?: ReactNode; children: ReactNode; className?: string; flush?: boolean };

/** A piece of the page with a title of its own: a hairline, no shadow. */
export function Sheet({ title, note, actions, children, className, flush = false }: Props) {
  return (
    <section className={cx("min-w-0 rounded-lg border border-line bg-sheet", flush && "overflow-hidden", className)}>
      {title ? (
        <header className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-4 pt-3.5 pb-2">
          <div className="min-w-0">
            <h2 className="headline text-lg">{title}</h2>
            {note ? <p className="text-ink-3 text-xs">{note}</p> : null}
          </div>
          {actions ? <div className="no-print flex flex-wrap items-center gap-1.5">{actions}</div> : null}
        </header>
      ) : null}
      <div className={flush ? "" : "px-4 pb-4"}>{children}</div>
    </section>
  );
}
