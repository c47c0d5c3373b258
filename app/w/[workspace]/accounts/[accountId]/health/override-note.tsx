"use client";

import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { toast } from "sonner";
import { OwnerName } from "@/components/metric/owners";
import { BandMark } from "@/components/ui/band";
import { Button } from "@/components/ui/button";
import type { AccountHealth, Override } from "@/lib/health/account";
import { endOverrideAction } from "@/lib/health/actions";
import { scoreWords } from "@/lib/kernel/band-words";
import { describeDay } from "@/lib/kernel/period-words";

type Props = { health: AccountHealth; override: Override; mayEnd: boolean; workspace: string; account: string };

/** A band set by hand: by whom, why, until when, and what the score says beside it. */
export function OverrideNote({ health: { computed, score }, override, mayEnd, workspace, account }: Props) {
  const router = useRouter();
  const [busy, start] = useTransition();

  function end() {
    start(async () => {
      const answer = await endOverrideAction({ workspace, account });
      if (answer.ok) toast.success("The override has ended. The band of the score counts again.");
      else toast.error(answer.message);
      router.refresh();
    });
  }

  return (
    <div className="flex flex-wrap items-start justify-between gap-3 border-line border-t bg-accent-wash px-4 py-3" data-testid="override">
      <div className="min-w-0 text-sm">
        <p className="flex flex-wrap items-center gap-x-2">
          <BandMark band={override.band} />
          set by hand until {describeDay(override.untilOn)}, and then over by itself
        </p>
        <p className="wrap-anywhere text-ink-2">
          “{override.reason}” <OwnerName email={override.author} />, {describeDay(override.on)}
        </p>
        <p className="flex flex-wrap items-center gap-x-2 text-ink-2">
          The score says <BandMark band={computed} /> {score === null ? "" : scoreWords(score)}
        </p>
      </div>
      {mayEnd ? (
        <Button size="sm" disabled={busy} onClick={end}>
          End it now
        </Button>
      ) : null}
    </div>
  );
}
