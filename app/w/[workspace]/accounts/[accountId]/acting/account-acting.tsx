import type { ReactNode } from "react";
import { ActingProvider } from "@/app/w/[workspace]/acting/acting";
import type { AccountPage } from "@/lib/overview/account/loaders";

type Props = Pick<AccountPage, "workspace" | "account" | "contacts" | "asOf" | "acting"> & { children: ReactNode };

/** Lets what is inside act on the account it shows. */
export function AccountActing({ workspace, account, contacts, asOf, acting: { mayWrite, me, members }, children }: Props) {
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
