import { cx } from "@/components/ui/cx";

/** Holds the place of what is coming, at its size, so that nothing jumps. */
export function Skeleton({ className }: { className?: string }) {
  return <div aria-hidden className={cx("animate-pulse rounded-md bg-sunk", className)} />;
}
