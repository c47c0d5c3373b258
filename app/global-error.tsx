"use client";

import { ErrorState } from "@/components/ui/error-state";
import "./globals.css";

/** Where not even the frame of the pages could be drawn. */
export default function GlobalError({ error, retry }: { error: unknown; retry: () => void }) {
  const reference = error instanceof Error && "digest" in error && typeof error.digest === "string" ? error.digest : undefined;
  return (
    <html lang="en">
      <body>
        <title>Something went wrong · Bellwether</title>
        <main>
          <ErrorState reference={reference} retry={retry} />
        </main>
      </body>
    </html>
  );
}
