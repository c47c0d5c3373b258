import type { ReactNode } from "react";
import { Fresh } from "@/components/metric/fresh";
import { Badge } from "@/components/ui/badge";

type Props = { title: string; note?: ReactNode; asOf: string; timeZone: string; stale: boolean; children?: ReactNode };

/** The question a screen answers, how fresh the answer is, and what it is about. */
export function ScreenHead({ title, note, asOf, timeZone, stale, children }: Props) {
  return (
    <header className="mb-5 grid gap-3">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <h1 className="headline text-2xl">{title}</h1>
        <p className="flex items-center gap-2">
          {stale ? <Badge tone="watch">New records are being worked in</Badge> : null}
          <Fresh at={asOf} timeZone={timeZone} />
        </p>
      </div>
      {note}
      {children}
    </header>
  );
}
