import { InvitationLink, type SentInvitation } from "@/app/w/[workspace]/settings/people/invitation-link";
import { Button } from "@/components/ui/button";
import type { InvitationRow } from "@/lib/invitations/data";
import { describeDay } from "@/lib/kernel/period-words";
import type { PeopleView } from "@/lib/people/loaders";
import { ROLE_WORDS } from "@/lib/people/rules";

type Props = {
  view: PeopleView;
  sent: SentInvitation | undefined;
  busy: boolean;
  onRenew: (invitation: InvitationRow) => void;
  onRevoke: (invitation: InvitationRow) => void;
};

/** The open invitations, with the link of the one made last: only its digest is kept, so a lost link is replaced and not shown again. */
export function OpenInvitations({ view, sent, busy, onRenew, onRevoke }: Props) {
  if (view.invitations.length === 0) return null;
  return (
    <ul aria-label="Open invitations" className="divide-y divide-line rounded-lg border border-line bg-sheet">
      {view.invitations.map((invitation) => (
        <li key={invitation.id} className="grid gap-2.5 py-2.5 pr-2 pl-4">
          <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
            <div className="min-w-0 grow basis-48">
              <p className="truncate">{invitation.email}</p>
              <p className="text-ink-3 text-sm">
                {ROLE_WORDS[invitation.role].label} · open until {describeDay(invitation.expiresAt)}
              </p>
            </div>
            {view.grantable.includes(invitation.role) ? (
              <div className="-ml-2.5 flex sm:ml-0">
                <Button
                  look="quiet"
                  size="sm"
                  onClick={() => onRenew(invitation)}
                  disabled={busy}
                  aria-label={`New link for ${invitation.email}`}
                >
                  New link
                </Button>
                <Button
                  look="quiet"
                  size="sm"
                  onClick={() => onRevoke(invitation)}
                  disabled={busy}
                  aria-label={`Take back the invitation of ${invitation.email}`}
                >
                  Take back
                </Button>
              </div>
            ) : null}
          </div>
          {sent?.email === invitation.email ? <InvitationLink key={sent.link} {...sent} sendsMail={view.sendsMail} /> : null}
        </li>
      ))}
    </ul>
  );
}
