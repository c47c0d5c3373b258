"use client";

import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { describeMoment } from "@/lib/kernel/period-words";
import { endSessionAction, signOutAction, signOutEverywhereAction } from "@/lib/people/actions";
import type { SessionRow } from "@/lib/people/data";
import { browserOf } from "@/lib/people/rules";

type Props = { sessions: readonly SessionRow[]; hereId: string; timeZone: string };

export function Sessions({ sessions, hereId, timeZone }: Props) {
  const router = useRouter();
  const [busy, start] = useTransition();

  function end(sessionId: string) {
    start(async () => {
      const answer = await endSessionAction({ sessionId });
      if (!answer.ok) toast.error(answer.message);
      router.refresh();
    });
  }

  function leave(everywhere: boolean) {
    start(async () => {
      const answer = await (everywhere ? signOutEverywhereAction({}) : signOutAction({}));
      if (answer.ok) window.location.assign("/sign-in");
      else toast.error(answer.message);
    });
  }

  return (
    <div className="grid gap-4">
      <ul className="divide-y divide-line rounded-lg border border-line bg-sheet">
        {sessions.map((session) => (
          <li key={session.id} className="flex items-center gap-4 py-2.5 pr-2 pl-4">
            <div className="min-w-0 grow">
              <p className="truncate">
                {browserOf(session.agent)}
                {session.id === hereId ? <span className="text-ink-3"> · this browser</span> : null}
              </p>
              <p className="figures text-ink-3 text-sm">since {describeMoment(new Date(session.openedAt), timeZone)}</p>
            </div>
            {session.id === hereId ? null : (
              <Button look="quiet" size="sm" onClick={() => end(session.id)} disabled={busy}>
                Sign out
              </Button>
            )}
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => leave(false)} disabled={busy}>
          Sign out
        </Button>
        <Button look="danger" onClick={() => leave(true)} disabled={busy}>
          Sign out everywhere
        </Button>
      </div>
    </div>
  );
}
