import type { ReactNode } from "react";
import { cx } from "@/components/ui/cx";

const TONES = { plain: "bg-accent-wash text-ink", bad: "bg-bad-wash text-bad" };

/** A sentence about what just happened, read aloud when it appears. */
export function Notice({ tone = "plain", children }: { tone?: keyof typeof TONES; children: ReactNode }) {
  return (
    <div role={tone === "bad" ? "alert" : "status"} className={cx("rounded-md px-3 py-2 text-sm", TONES[tone])}>
      {children}
    </div>
  );
}
