import type { ReactNode } from "react";
import { cx } from "@/components/ui/cx";

/** Keeps the old numbers, dimmed, until the new ones are there, and says what went wrong where they are not coming. */
export function Dimmed({ when, error, children }: { when: boolean; error: Error | null; children: ReactNode }) {
  return (
    <>
      {error ? (
        <p role="alert" className="mb-4 rounded-md bg-bad-wash px-3 py-2 text-bad text-sm">
          {error.message} The numbers below are those you saw before.
        </p>
      ) : null}
      <div aria-busy={when} className={cx("grid grid-cols-1 gap-5", when && "stale")}>
        {children}
      </div>
    </>
  );
}
