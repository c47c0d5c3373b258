import { ActBar } from "@/app/w/[workspace]/accounts/[accountId]/acting/act-bar";
import { loadActing } from "@/lib/signals/queue/acting";

export async function AccountActs({ workspace, account }: { workspace: string; account: { id: string; name: string } }) {
  const { pulse } = await loadActing(workspace, account.id);
  return <ActBar account={{ id: account.id, name: account.name }} pulse={pulse} />;
}
