"use client";

import { ChevronLeft, ChevronRight } from "lucide-react";
import { Button } from "@/components/ui/button";

type Props = { words: string; onPrevious: (() => void) | null; onNext: (() => void) | null };

export function Pager({ words, onPrevious, onNext }: Props) {
  return (
    <nav aria-label="Pages" className="no-print flex items-center justify-between gap-3 px-4 py-2.5">
      <p className="figures text-ink-3 text-sm">{words}</p>
      <div className="flex gap-1.5">
        <Button size="sm" disabled={!onPrevious} onClick={() => onPrevious?.()}>
          <ChevronLeft aria-hidden className="size-3.5" /> Previous
        </Button>
        <Button size="sm" disabled={!onNext} onClick={() => onNext?.()}>
          Next <ChevronRight aria-hidden className="size-3.5" />
        </Button>
      </div>
    </nav>
  );
}
