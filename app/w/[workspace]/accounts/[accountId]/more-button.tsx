import { Button } from "@/components/ui/button";

/** Reads on where a list stops; nothing where it is whole. */
export function MoreButton({ words, more, busy }: { words: string; more: (() => void) | null; busy: boolean }) {
  if (more === null) return null;
  return (
    <div className="no-print border-line border-t px-4 py-2">
      <Button look="quiet" size="sm" className="-ml-2.5" disabled={busy} onClick={more}>
        {words}
      </Button>
    </div>
  );
}
