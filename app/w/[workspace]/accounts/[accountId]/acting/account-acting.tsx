import type { ReactNode } from "react";
import { ActingProvider } from "@/app/w/[workspace]/acting/acting";
import type { AccountView } from "@/lib/accounts/loaders";
import { loadActing } from "@/lib/signals/queue/acting";

type Props = { view: AccountView; children: ReactNode };

/** Lets what is inside act on the account it shows. */
export async function AccountActing({ view: { workspace, account, contacts, asOf }, children }: Props) {
  const { mayWrite, me, members } = await loadActing(workspace.slug, account.id);
  const people = contacts.map(({ id, name, email }) => ({ id, name: name ?? email ?? "somebody without a name" }));
  const setting = {
    workspace: workspace.slug,
    timeZone: workspace.timeZone,
    me: me.id,
    members,
    contacts: people,
    today: account.today,
    asOf,
  };
  return (
    <ActingProvider setting={setting} mayWrite={mayWrite}>
      {children}
    </ActingProvider>
  );
}
