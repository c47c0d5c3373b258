"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState, useTransition } from "react";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { FormEnd } from "@/components/ui/form-end";
import { Input } from "@/components/ui/input";
import { Segmented } from "@/components/ui/segmented";
import { BAND_WORDS, scoreWords } from "@/lib/kernel/band-words";
import { formatMoney, majorText } from "@/lib/kernel/money";
import { describeDay } from "@/lib/kernel/period-words";
import { callRenewalAction } from "@/lib/renewals/actions";
import type { DueRenewal } from "@/lib/renewals/data";
import { CALL_MEANS, CALL_WORDS, disagrees } from "@/lib/renewals/rules";
import { CALLS, type Call } from "@/lib/renewals/schema";

type Props = { workspace: string; renewal: DueRenewal };

/** Says what becomes of a renewal. What was said before stays. */
export function CallButton({ workspace, renewal }: Props) {
  const [open, setOpen] = useState(false);
  const { account, dueOn, value, currency, said } = renewal;
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button size="sm" aria-label={`Call the renewal of ${account.name}`}>
          {said === null ? "Call" : "Call again"}
        </Button>
      }
      title={`What becomes of ${account.name}?`}
      description={`Due ${describeDay(dueOn)}, worth ${formatMoney(value, currency)}. A call stands as it was made; a later one stands beside it.`}
    >
      <CallForm workspace={workspace} renewal={renewal} onDone={() => setOpen(false)} />
    </Dialog>
  );
}

function CallForm({ workspace, renewal: { id, account, value, currency, computed, score, said }, onDone }: Props & { onDone: () => void }) {
  const router = useRouter();
  const [busy, start] = useTransition();
  const [call, setCall] = useState<Call>(said?.call ?? "renew");
  const [amount, setAmount] = useState(majorText(said?.amount ?? value, currency));
  const [refusal, setRefusal] = useState<string>();
  const asks = call === "grow" || call === "shrink";

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const note = String(new FormData(event.currentTarget).get("note") ?? "");
    start(async () => {
      const answer = await callRenewalAction({ workspace, contract: id, call, amount: asks ? amount : "", note });
      if (!answer.ok) return setRefusal(answer.message);
      toast.success(`${account.name} is called: ${CALL_WORDS[call]}.`);
      onDone();
      router.refresh();
    });
  }

  return (
    <form onSubmit={submit} className="grid gap-4">
      <div className="grid gap-1.5">
        <Segmented label="Call" value={call} options={CALLS.map((value) => ({ value, label: CALL_WORDS[value] }))} onChange={setCall} />
        <p className="text-ink-3 text-xs">{CALL_MEANS[call]}.</p>
      </div>
      {asks ? (
        <Field label={`Expected amount in ${currency}`} hint="Over the same term.">
          <Input inputMode="decimal" value={amount} onChange={({ target }) => setAmount(target.value)} />
        </Field>
      ) : null}
      <Field label="Why">
        <Input name="note" maxLength={2_000} autoComplete="off" />
      </Field>
      <p className="text-ink-2 text-sm">
        {computed === null
          ? "The score says nothing of this account."
          : `The score says ${BAND_WORDS[computed]}${score === null ? "" : `, ${scoreWords(score)} of 100`}.`}{" "}
        {disagrees(call, computed) ? (
          <strong className="font-medium text-bad">You say the opposite; it will come first on the list.</strong>
        ) : null}
      </p>
      <FormEnd refusal={refusal} busy={busy} words="Save the call" onCancel={onDone} />
    </form>
  );
}
