"use client";

import { useContinued } from "@/app/w/[workspace]/accounts/[accountId]/continued";
import { MoreButton } from "@/app/w/[workspace]/accounts/[accountId]/more-button";
import { AddButton, EditButton } from "@/app/w/[workspace]/accounts/editing/record-editor";
import { Badge } from "@/components/ui/badge";
import { Sheet } from "@/components/ui/sheet";
import { readUsersAction } from "@/lib/accounts/actions";
import type { AccountView } from "@/lib/accounts/page/data";
import { daysBetween } from "@/lib/kernel/period";
import { describeDay, describeDistance } from "@/lib/kernel/period-words";
import type { ShownUser } from "@/lib/usage/data";

/** Whom we know there: those we talk to, and those who use the product. */
export function People({ contacts, users, account, workspace }: Pick<AccountView, "contacts" | "users" | "account" | "workspace">) {
  const { rows, more, busy } = useContinued(users, (after) => readUsersAction({ workspace: workspace.slug, account: account.id, after }));
  return (
    <Sheet title="People" actions={<AddButton kind="contacts" />} flush>
      {contacts.length === 0 ? <p className="border-line border-t px-4 py-4 text-ink-2 text-sm">No contact is known.</p> : null}
      <ul className="divide-y divide-line border-line border-t empty:border-0" aria-label="Contacts">
        {contacts.map(({ id, name, email, role, title, isChampion }) => (
          <li key={id} className="flex items-start justify-between gap-3 px-4 py-2.5">
            <div className="min-w-0">
              <p className="flex flex-wrap items-center gap-x-2">
                <span className="break-words font-medium">{name ?? email ?? "Unnamed"}</span>
                {isChampion ? <Badge tone="accent">Champion</Badge> : null}
              </p>
              <p className="break-words text-ink-3 text-xs">{[title, role, name ? email : null].filter(Boolean).join(" · ")}</p>
            </div>
            <EditButton kind="contacts" id={id} name={name ?? email ?? "unnamed"} />
          </li>
        ))}
      </ul>
      {rows.length > 0 ? (
        <>
          <h3 className="border-line border-t px-4 pt-3 pb-1 text-ink-3 text-xs">Users of the product, seen last first</h3>
          <ul aria-label="Users">
            {rows.map((user) => (
              <li key={user.id} className="figures flex flex-wrap items-baseline justify-between gap-x-3 px-4 py-1 text-sm">
                <span className={`min-w-0 break-all ${user.deletedOn ? "text-ink-3 line-through" : ""}`}>{user.name}</span>
                <span className="text-ink-3 text-xs">{seenWords(user, account.today)}</span>
              </li>
            ))}
          </ul>
          <div className="h-2" />
        </>
      ) : null}
      <MoreButton words="Show more users" more={more} busy={busy} />
    </Sheet>
  );
}

function seenWords({ seenOn, deletedOn, signedUpOn, activatedOn, isKnown }: ShownUser, today: string): string {
  if (deletedOn !== null) return `deleted ${describeDay(deletedOn)}`;
  if (seenOn !== null) return `seen ${describeDistance(daysBetween(today, seenOn))}${isKnown ? "" : ", never signed up"}`;
  if (activatedOn === null && signedUpOn !== null) return `signed up ${describeDay(signedUpOn)}, never active`;
  return "never seen";
}
