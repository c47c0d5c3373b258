"use client";

import { useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";

type Props = {
  shown: number;
  all: number;
  /** Null where there is nothing to ask for just now. */
  more: (() => void) | null;
  hasMore: boolean;
  /** Where the next page stands for whoever has no script. */
  address: string;
  fault: string | null;
  /** Where the list began further down than at its beginning. */
  start: string | null;
};

/** Says how much of a list is shown, and asks for the rest as it comes near. */
export function MoreRow({ shown, all, more, hasMore, address, fault, start }: Props) {
  const end = useRef<HTMLDivElement>(null);
  const ask = useRef(more);
  useEffect(() => {
    ask.current = fault === null ? more : null;
  }, [more, fault]);
  useEffect(() => {
    if (!end.current) return;
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && ask.current?.(), { rootMargin: "900px" });
    observer.observe(end.current);
    return () => observer.disconnect();
  }, [shown]);
  return (
    <div ref={end} className="no-print flex flex-wrap items-center justify-between gap-3 px-4 py-2.5">
      <p className="figures text-ink-3 text-sm" data-testid="accounts-shown">
        {shown.toLocaleString("en-US")} of {all.toLocaleString("en-US")}
      </p>
      {fault === null ? null : (
        <p role="alert" className="text-bad text-sm">
          {fault}
        </p>
      )}
      <div className="flex gap-1.5">
        {start === null ? null : (
          <Button asChild size="sm">
            <Link href={start}>From the beginning</Link>
          </Button>
        )}
        {hasMore ? (
          <Button asChild size="sm">
            <a
              href={address}
              onClick={(event) => {
                if (event.metaKey || event.ctrlKey) return;
                event.preventDefault();
                more?.();
              }}
            >
              Show more
            </a>
          </Button>
        ) : null}
      </div>
    </div>
  );
}
