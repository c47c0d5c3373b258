"use client";

import { Pencil } from "lucide-react";
import { useActing } from "@/app/w/[workspace]/acting/acting";
import type { Named } from "@/app/w/[workspace]/acting/asked";
import { Button } from "@/components/ui/button";
import type { TimelineFacts } from "@/lib/accounts/data";
import type { TouchType } from "@/lib/touchpoints/choices";

type Props = { line: { id: string; facts: TimelineFacts }; account: Named; words: string };

/** Opens a touch of the timeline to be changed. */
export function TouchEdit({ line: { id, facts }, account, words }: Props) {
  const act = useActing();
  if (act === null || facts.what !== "touched") return null;
  const touch = {
    id: id.replace(/^touch-/, ""),
    version: Number(facts.version),
    type: facts.type as TouchType, // as its table has it
    twoWay: facts.twoWay === 1,
    at: String(facts.at),
    text: String(facts.text ?? ""),
    contact: typeof facts.contact === "string" ? facts.contact : null,
    minutes: typeof facts.minutes === "number" ? facts.minutes : null,
  };
  return (
    <Button
      look="quiet"
      size="icon"
      className="no-print -my-1.5 -mr-2"
      aria-label={`Edit ${words}`}
      onClick={() => act({ what: "change-touch", account, touch })}
    >
      <Pencil aria-hidden className="size-3.5" />
    </Button>
  );
}
