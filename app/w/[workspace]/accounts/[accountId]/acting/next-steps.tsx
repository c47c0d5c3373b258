import { OpenTasks } from "@/app/w/[workspace]/accounts/[accountId]/acting/open-tasks";
import { RaisedSignals } from "@/app/w/[workspace]/accounts/[accountId]/acting/raised-signals";
import { Sheet } from "@/components/ui/sheet";
import { describeDay } from "@/lib/kernel/period-words";
import type { AccountPage } from "@/lib/overview/account/loaders";
import { PULSE_WORDS } from "@/lib/touchpoints/rules";

/** What the account asks for: its open signals, and the tasks people made of them. */
export function NextSteps({
  workspace: { slug },
  account,
  acting: { signals, tasks, pulse },
}: Pick<AccountPage, "workspace" | "account" | "acting">) {
  const note = pulse ? `Pulse ${pulse.rating} of 5, ${PULSE_WORDS[pulse.rating]}: ${pulse.by}, ${describeDay(pulse.on)}` : undefined;
  return (
    <Sheet title="Signals and tasks" note={note} flush>
      <RaisedSignals workspace={slug} account={{ id: account.id, name: account.name }} signals={signals} />
      <OpenTasks workspace={slug} tasks={tasks} today={account.today} />
      {signals.length + tasks.length === 0 ? (
        <p className="px-4 pb-3.5 text-ink-3 text-sm">No signal is open, and nothing is planned.</p>
      ) : null}
    </Sheet>
  );
}
