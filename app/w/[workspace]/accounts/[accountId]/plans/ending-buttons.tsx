"use client";

import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { endPlanAction } from "@/lib/plans/actions";
import type { ShownPlan } from "@/lib/plans/data";
import type { Ending } from "@/lib/plans/schema";

const WORDS: Record<Ending, { label: string; said: string }> = {
  reached: { label: "Goal reached", said: "The goal is reached." },
  dropped: { label: "Drop", said: "The plan is dropped; it stays below the others." },
};

export function EndingButtons({ workspace, plan: { id, version, goal } }: { workspace: string; plan: ShownPlan }) {
  const router = useRouter();
  const [busy, start] = useTransition();

  function end(as: Ending) {
    start(async () => {
      const answer = await endPlanAction({ workspace, id, version, as });
      if (answer.ok) toast.success(WORDS[as].said);
      else toast.error(answer.message);
      router.refresh();
    });
  }

  return (["reached", "dropped"] as const).map((as) => (
    <Button key={as} size="sm" look="quiet" disabled={busy} onClick={() => end(as)} aria-label={`${WORDS[as].label}: ${goal}`}>
      {WORDS[as].label}
    </Button>
  ));
}
