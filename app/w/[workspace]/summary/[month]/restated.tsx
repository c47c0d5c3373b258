import { History } from "lucide-react";

/** Says what a number was in the report, where it is something else by now. */
export function Restated({ was }: { was: string | null }) {
  if (was === null) return null;
  return (
    <span className="figures inline-flex items-center gap-1 text-watch text-xs">
      <History aria-hidden className="size-3 shrink-0" />
      restated; reported as {was}
    </span>
  );
}
