import type { ReactNode } from "react";

/** One matter: what it is on the left, what one does about it on the right; one above the other where it is narrow. */
export function Section({ title, words, children }: { title: string; words?: ReactNode; children: ReactNode }) {
  return (
    <section className="grid gap-4 border-line border-t py-7 first:border-t-0 first:pt-0 md:grid-cols-[15rem_1fr] md:gap-10">
      <div>
        <h2 className="headline text-lg">{title}</h2>
        {words ? <p className="mt-1.5 text-ink-2 text-sm">{words}</p> : null}
      </div>
      <div className="min-w-0">{children}</div>
    </section>
  );
}
