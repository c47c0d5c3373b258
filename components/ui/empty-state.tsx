import type { ReactNode } from "react";

/** What is missing, and the one step that fills it. */
export function EmptyState({ title, children, step }: { title: string; children?: ReactNode; step?: ReactNode }) {
  return (
    <div className="grid justify-items-center gap-3 px-6 py-12 text-center">
      <h2 className="headline text-lg">{title}</h2>
      {children ? <div className="max-w-prose text-balance text-ink-2 text-sm">{children}</div> : null}
      {step}
    </div>
  );
}
