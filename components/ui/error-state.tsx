"use client";

import { Button } from "@/components/ui/button";

type Props = { title?: string; kept?: string; reference?: string | undefined; retry?: () => void };

/** What happened, what was kept and what to do. */
export function ErrorState({ title = "This page could not be read", kept = "Nothing was changed or lost.", reference, retry }: Props) {
  return (
    <div role="alert" className="mx-auto grid max-w-xl gap-3 px-6 py-16">
      <h1 className="headline text-2xl">{title}</h1>
      <p className="text-ink-2">
        {kept} Try again; if it happens twice, tell whoever looks after this installation{reference ? ", with the reference below" : ""}.
      </p>
      {reference ? <p className="figures text-ink-3 text-sm">Reference {reference}</p> : null}
      {retry ? (
        <div>
          <Button look="primary" onClick={retry}>
            Try again
          </Button>
        </div>
      ) : null}
    </div>
  );
}
