import { AccountHeader } from "@/app/w/[workspace]/accounts/[accountId]/account-header";
import { AccountMrr } from "@/app/w/[workspace]/accounts/[accountId]/account-mrr";
import { Contacts } from "@/app/w/[workspace]/accounts/[accountId]/contacts";
import { Contracts } from "@/app/w/[workspace]/accounts/[accountId]/contracts";
import { Ledger } from "@/app/w/[workspace]/accounts/[accountId]/ledger";
import { Subscriptions } from "@/app/w/[workspace]/accounts/[accountId]/subscriptions";
import type { AccountView } from "@/lib/accounts/loaders";

/** One customer: what they pay, since when, why it changed, and who they are. */
export function AccountScreen({ view }: { view: AccountView }) {
  return (
    <div>
      <AccountHeader account={view.account} workspace={view.workspace} asOf={view.asOf} />
      <div className="grid items-start gap-5 xl:grid-cols-[1.6fr_1fr]">
        <div className="grid min-w-0 gap-5">
          <AccountMrr {...view} />
          <Ledger {...view} />
        </div>
        <div className="grid min-w-0 gap-5">
          <Subscriptions {...view} />
          <Contracts {...view} />
          <Contacts contacts={view.contacts} />
        </div>
      </div>
    </div>
  );
}
