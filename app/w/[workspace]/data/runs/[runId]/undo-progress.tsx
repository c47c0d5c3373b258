"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { count, plural } from "@/app/w/[workspace]/data/words";
import { Meter } from "@/components/ui/meter";
import type { RunRow } from "@/lib/imports/data";

const WATCH = 1_000;

/** How far an undo is. All of it is in the database, so the page can be left and found again. */
export function UndoProgress({ run }: { run: RunRow }) {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => router.refresh(), WATCH);
    return () => clearInterval(timer);
  }, [router]);
  const done = run.undone ? run.undone.deleted + run.undone.restored : 0;
  const all = run.inserted + run.updated;
  return (
    <div className="mb-4 grid gap-2">
      <Meter
        label="Undo"
        share={all === 0 ? null : done / all}
        words={run.undone ? `${count(done)} of ${plural(all, "record")}` : "begins in a moment"}
      />
      <p className="text-ink-3 text-sm">You can leave this page; it goes on, and you find it again under Data.</p>
    </div>
  );
}

/** What an undo came to, as a sentence. */
export function undoneWords({ deleted, restored, kept }: NonNullable<RunRow["undone"]>): string {
  const rest = kept > 0 ? ` ${count(kept)} stayed, since they were changed later or other records build on them.` : "";
  return `It was undone: ${count(deleted)} removed, ${count(restored)} as before.${rest}`;
}
