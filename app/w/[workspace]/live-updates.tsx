"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { followChanges } from "@/components/shell/follow-changes";

/** Reads the page again when the workspace's figures changed since it was read; `change` is how often they had by then. */
export function LiveUpdates({ workspace, change }: { workspace: string; change: string }) {
  const router = useRouter();
  const client = useQueryClient();
  const [shown] = useState(change);
  useEffect(
    () =>
      followChanges(`/w/${workspace}/changes`, shown, () => {
        void client.invalidateQueries();
        router.refresh();
      }),
    [workspace, shown, router, client],
  );
  return null;
}
