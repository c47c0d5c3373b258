import { Timeline } from "@/app/w/[workspace]/accounts/[accountId]/timeline";
import type { AccountPage } from "@/lib/overview/account/loaders";

/** The timeline, with what its signals say and whose lines whoever looks may change. */
export function AccountTimeline({
  timeline,
  account,
  workspace,
  acting,
}: Pick<AccountPage, "timeline" | "account" | "workspace" | "acting">) {
  const { signalWords, me, isOverOthers } = acting;
  return (
    <Timeline timeline={timeline} account={account} workspace={workspace} signals={signalWords} mine={isOverOthers ? null : me.email} />
  );
}
