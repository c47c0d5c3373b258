"use client";

import { useState, useTransition } from "react";
import { toast } from "sonner";
import type { ActionResult } from "@/lib/platform/failure";
import type { Page } from "@/lib/platform/keyset";

type Read<Row> = (after: string) => Promise<ActionResult<Page<Row>>>;

/** A list that begins with the page it came with and is read on from there; begins anew when the page is read again. */
export function useContinued<Row>(first: Page<Row>, read: Read<Row>): { rows: readonly Row[]; more: (() => void) | null; busy: boolean } {
  const [busy, start] = useTransition();
  const [further, setFurther] = useState<{ of: Page<Row>; page: Page<Row> } | null>(null);
  const known = further?.of === first ? further.page : first;
  const { next } = known;
  const more = (after: string) =>
    start(async () => {
      const answer = await read(after);
      if (answer.ok) setFurther({ of: first, page: { rows: [...known.rows, ...answer.data.rows], next: answer.data.next } });
      else toast.error(answer.message);
    });
  return { rows: known.rows, more: next === null ? null : () => more(next), busy };
}
