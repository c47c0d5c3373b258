"use client";

import { ErrorState } from "@/components/ui/error-state";

export default function WorkspaceError({ error, retry }: { error: unknown; retry: () => void }) {
  const reference = error instanceof Error && "digest" in error && typeof error.digest === "string" ? error.digest : undefined;
  return <ErrorState reference={reference} retry={retry} />;
}
