"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState, useTransition } from "react";
import { toast } from "sonner";
import type { Part } from "@/app/w/[workspace]/summary/[month]/context";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { FormEnd } from "@/components/ui/form-end";
import { Input } from "@/components/ui/input";
import { Sheet } from "@/components/ui/sheet";
import { askDecisionsAction } from "@/lib/summary/actions";
import { MOST_DECISIONS } from "@/lib/summary/schema";

/** What is asked to be decided, in a manager's words. */
export function DecisionsPanel({ workspace, summary: { month, asked }, mayAsk }: Part & { mayAsk: boolean }) {
  const [writing, setWriting] = useState(false);
  return (
    <Sheet
      title="Decisions asked"
      actions={
        mayAsk && !writing ? (
          <Button size="sm" onClick={() => setWriting(true)}>
            {asked.texts.length === 0 ? "Ask for decisions" : "Change"}
          </Button>
        ) : null
      }
    >
      {writing ? (
        <DecisionsForm workspace={workspace.slug} month={month} asked={asked} onDone={() => setWriting(false)} />
      ) : asked.texts.length === 0 ? (
        <p className="text-ink-2 text-sm">None is asked.</p>
      ) : (
        <ol className="grid list-decimal gap-1.5 pl-5" aria-label="Decisions asked">
          {asked.texts.map((text) => (
            <li key={text} dir="auto" className="wrap-anywhere">
              {text}
            </li>
          ))}
        </ol>
      )}
    </Sheet>
  );
}

type FormProps = { workspace: string; month: string; asked: Part["summary"]["asked"]; onDone: () => void };

const HINTS = ["Fund something", "Mend something in the product, or change a price", "Call a named customer"];

function DecisionsForm({ workspace, month, asked, onDone }: FormProps) {
  const router = useRouter();
  const [busy, start] = useTransition();
  const [refusal, setRefusal] = useState<string>();

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const texts = new FormData(event.currentTarget).getAll("decision").map(String);
    start(async () => {
      const answer = await askDecisionsAction({ workspace, month, texts, version: asked.version });
      if (!answer.ok) return setRefusal(answer.message);
      toast.success("The decisions are saved.");
      onDone();
      router.refresh();
    });
  }

  return (
    <form onSubmit={submit} className="grid gap-3">
      {Array.from({ length: MOST_DECISIONS }, (_, place) => (
        <Field key={HINTS[place]} label={`Decision ${place + 1}`}>
          <Input name="decision" defaultValue={asked.texts[place] ?? ""} maxLength={300} autoComplete="off" placeholder={HINTS[place]} />
        </Field>
      ))}
      <FormEnd refusal={refusal} busy={busy} onCancel={onDone} />
    </form>
  );
}
