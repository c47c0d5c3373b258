import { AccountHeader } from "@/app/w/[workspace]/accounts/[accountId]/account-header";
import { AccountMrr } from "@/app/w/[workspace]/accounts/[accountId]/account-mrr";
import { AccountActing } from "@/app/w/[workspace]/accounts/[accountId]/acting/account-acting";
import { AccountTimeline } from "@/app/w/[workspace]/accounts/[accountId]/acting/account-timeline";
import { ActBar } from "@/app/w/[workspace]/accounts/[accountId]/acting/act-bar";
import { NextSteps } from "@/app/w/[workspace]/accounts/[accountId]/acting/next-steps";
import { Answers } from "@/app/w/[workspace]/accounts/[accountId]/answers";
import { Contracts } from "@/app/w/[workspace]/accounts/[accountId]/contracts";
import { Growth } from "@/app/w/[workspace]/accounts/[accountId]/growth";
import { AccountHealth } from "@/app/w/[workspace]/accounts/[accountId]/health/account-health";
import { Ledger } from "@/app/w/[workspace]/accounts/[accountId]/ledger";
import { People } from "@/app/w/[workspace]/accounts/[accountId]/people";
import { SuccessPlans } from "@/app/w/[workspace]/accounts/[accountId]/plans/success-plans";
import { Subscriptions } from "@/app/w/[workspace]/accounts/[accountId]/subscriptions";
import { Tickets } from "@/app/w/[workspace]/accounts/[accountId]/tickets";
import { Usage } from "@/app/w/[workspace]/accounts/[accountId]/usage";
import { RecordEditor } from "@/app/w/[workspace]/accounts/editing/record-editor";
import type { AccountPage } from "@/lib/overview/account/loaders";

/** One customer: what they pay and why it changed, what they do with the product, what they say, who they are. */
export function AccountScreen({ view }: { view: AccountPage }) {
  return (
    <RecordEditor workspace={view.workspace.slug} account={view.account.id} rights={view.rights}>
      <AccountActing {...view}>
        <AccountHeader {...view} acts={<ActBar account={{ id: view.account.id, name: view.account.name }} pulse={view.acting.pulse} />} />
        <div className="grid items-start gap-5 xl:grid-cols-[1.6fr_1fr]">
          <div className="grid min-w-0 gap-5">
            <AccountHealth {...view} />
            <AccountMrr {...view} />
            <Usage {...view} />
            <Tickets {...view} />
            <Answers {...view} />
            <Ledger {...view} />
          </div>
          <div className="grid min-w-0 gap-5">
            <NextSteps {...view} />
            <Subscriptions {...view} />
            <Contracts {...view} />
            <SuccessPlans view={view.plans} startedOn={view.account.sinceOn} />
            <People {...view} />
            <Growth {...view} />
            <AccountTimeline {...view} />
          </div>
        </div>
      </AccountActing>
    </RecordEditor>
  );
}
