"use client";

import { useRouter } from "next/navigation";
import { createContext, type ReactNode, useContext, useRef, useState } from "react";
import { toast } from "sonner";
import { Unsaved } from "@/app/w/[workspace]/accounts/editing/unsaved";
import type { Asked, FormProps, Setting } from "@/app/w/[workspace]/acting/asked";
import { ClosingForm } from "@/app/w/[workspace]/acting/closing-form";
import { PulseForm } from "@/app/w/[workspace]/acting/pulse-form";
import { SnoozeForm } from "@/app/w/[workspace]/acting/snooze-form";
import { TaskForm } from "@/app/w/[workspace]/acting/task-form";
import { TouchForm } from "@/app/w/[workspace]/acting/touch-form";
import { Dialog } from "@/components/ui/dialog";
import { TOUCH_WORDS } from "@/lib/touchpoints/rules";

/** Opens the form of what somebody wants to do; null for whoever may only look. */
const Acting = createContext<((asked: Asked) => void) | null>(null);

export function useActing() {
  return useContext(Acting);
}

/** Lets what is inside make tasks, log touches, and put things away. */
export function ActingProvider({ setting, mayWrite, children }: { setting: Setting; mayWrite: boolean; children: ReactNode }) {
  const router = useRouter();
  const [asked, setAsked] = useState<Asked | null>(null);
  const [leaving, setLeaving] = useState(false);
  const typed = useRef(false);
  const opener = useRef<Element | null>(null);

  function open(next: Asked) {
    if (asked === null) opener.current = document.activeElement;
    typed.current = false;
    setLeaving(false);
    setAsked(next);
  }

  // The dialog has no trigger of its own to give the focus back to.
  function close() {
    setAsked(null);
    setTimeout(() => opener.current instanceof HTMLElement && opener.current.focus());
  }

  function leave() {
    if (typed.current) setLeaving(!leaving);
    else close();
  }

  function done(words: string) {
    close();
    toast.success(words);
    router.refresh();
  }

  return (
    <Acting value={mayWrite ? open : null}>
      {children}
      <Dialog
        wide={asked !== null && WIDE.has(asked.what)}
        open={asked !== null}
        onOpenChange={(isOpen) => !isOpen && leave()}
        title={asked === null ? "" : titleOf(asked)}
        description={asked === null ? undefined : ofWhom(asked)}
      >
        <div
          onChange={() => {
            typed.current = true;
          }}
        >
          {asked === null ? null : formOf(asked, { setting, onCancel: leave, onDone: done })}
        </div>
        {leaving ? <Unsaved onStay={() => setLeaving(false)} onDiscard={close} /> : null}
      </Dialog>
    </Acting>
  );
}

const WIDE: ReadonlySet<Asked["what"]> = new Set(["task", "change-task", "touch", "change-touch"]);

function formOf(asked: Asked, props: FormProps) {
  switch (asked.what) {
    case "task":
    case "change-task":
      return <TaskForm {...props} subject={asked} />;
    case "close-task":
      return <ClosingForm {...props} task={asked.task} />;
    case "snooze-task":
    case "snooze-signal":
    case "snooze-account":
      return <SnoozeForm {...props} subject={asked} />;
    case "touch":
    case "change-touch":
      return <TouchForm {...props} subject={asked} />;
    case "pulse":
      return <PulseForm {...props} {...asked} />;
  }
}

function titleOf(asked: Asked): string {
  switch (asked.what) {
    case "task":
      return "New task";
    case "change-task":
      return "Edit task";
    case "close-task":
      return "Close this task";
    case "snooze-task":
    case "snooze-signal":
    case "snooze-account":
      return "Put away until a day";
    case "touch":
      return asked.type === "note" ? "New note" : `Log a ${TOUCH_WORDS[asked.type].toLowerCase()}`;
    case "change-touch":
      return `Edit ${TOUCH_WORDS[asked.touch.type].toLowerCase()}`;
    case "pulse":
      return "How do you feel about them?";
  }
}

function ofWhom(asked: Asked): string | undefined {
  switch (asked.what) {
    case "change-task":
      return asked.task.account?.name;
    case "close-task":
    case "snooze-task":
      return asked.task.title;
    case "snooze-signal":
      return `${asked.account.name}: ${asked.signal.words}`;
    default:
      return asked.account?.name;
  }
}
