import type { ReactNode } from "react";
import { cx } from "@/components/ui/cx";

const TONES = {
  plain: "bg-sunk text-ink-2",
  accent: "bg-accent-wash text-accent",
  good: "bg-good-wash text-good",
  watch: "bg-watch-wash text-watch",
  bad: "bg-bad-wash text-bad",
};

export type Tone = keyof typeof TONES;

export function Badge({ tone = "plain", children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span className={cx("inline-flex items-center gap-1 whitespace-nowrap rounded-sm px-1.5 py-px font-medium text-xs", TONES[tone])}>
      {children}
    </span>
  );
}
