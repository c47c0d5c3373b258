"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { followChanges } from "@/components/shell/follow-changes";

/** Reads the page again when the workspace's figures changed. */
export function LiveUpdates({ workspace }: { workspace: string }) {
  const router = useRouter();
  const client = useQueryClient();
  useEffect(
    () =>
      followChanges(`/w/${workspace}/changes`, () => {
        void client.invalidateQueries();
        router.refresh();
      }),
    [workspace, router, client],
  );
  return null;
}
