"use client";

import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { hideFirstStepsAction } from "@/lib/workspaces/actions";

export function HideSteps({ workspace }: { workspace: string }) {
  const router = useRouter();
  const [busy, start] = useTransition();

  function hide() {
    start(async () => {
      const answer = await hideFirstStepsAction({ workspace });
      if (answer.ok) toast.success("Put away, for everybody here.");
      else toast.error(answer.message);
      router.refresh();
    });
  }

  return (
    <Button look="quiet" size="sm" onClick={hide} disabled={busy}>
      Put this away
    </Button>
  );
}
