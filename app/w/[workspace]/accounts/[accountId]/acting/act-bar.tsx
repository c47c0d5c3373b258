"use client";

import { HeartPulse, ListPlus, Mail, NotebookPen, Phone, Users } from "lucide-react";
import { useActing } from "@/app/w/[workspace]/acting/acting";
import type { Asked, Named } from "@/app/w/[workspace]/acting/asked";
import { Button } from "@/components/ui/button";
import type { ShownPulse } from "@/lib/touchpoints/data";

/** What one can tell of an account, each one press away. */
export function ActBar({ account, pulse }: { account: Named; pulse: ShownPulse | null }) {
  const act = useActing();
  if (act === null) return null;
  const deeds: { words: string; icon: typeof Phone; asked: Asked }[] = [
    { words: "Call", icon: Phone, asked: { what: "touch", account, type: "call" } },
    { words: "Mail", icon: Mail, asked: { what: "touch", account, type: "mail" } },
    { words: "Meeting", icon: Users, asked: { what: "touch", account, type: "meeting" } },
    { words: "Note", icon: NotebookPen, asked: { what: "touch", account, type: "note" } },
    { words: "Pulse", icon: HeartPulse, asked: { what: "pulse", account, pulse } },
    { words: "Task", icon: ListPlus, asked: { what: "task", account } },
  ];
  return (
    <div role="toolbar" aria-label="Tell what happened, or plan what is next" className="no-print -ml-2.5 flex flex-wrap sm:ml-0">
      {deeds.map(({ words, icon: Icon, asked }) => (
        <Button key={words} look="quiet" size="sm" onClick={() => act(asked)}>
          <Icon aria-hidden className="size-3.5" /> {words}
        </Button>
      ))}
    </div>
  );
}
