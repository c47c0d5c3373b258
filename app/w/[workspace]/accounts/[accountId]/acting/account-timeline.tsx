import { Timeline } from "@/app/w/[workspace]/accounts/[accountId]/timeline";
import type { AccountView } from "@/lib/accounts/loaders";
import { loadActing } from "@/lib/signals/queue/acting";

/** The timeline, with what its signals say and whose lines whoever looks may change. */
export async function AccountTimeline(view: Pick<AccountView, "timeline" | "account" | "workspace">) {
  const { signalWords, me, isOverOthers } = await loadActing(view.workspace.slug, view.account.id);
  const { timeline, account, workspace } = view;
  return (
    <Timeline timeline={timeline} account={account} workspace={workspace} signals={signalWords} mine={isOverOthers ? null : me.email} />
  );
}
