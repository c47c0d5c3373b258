import type { Metadata } from "next";
import { Acceptance } from "@/app/(public)/invitation/[token]/acceptance";
import { findInvitation } from "@/lib/invitations/data";
import { currentPerson } from "@/lib/platform/session";

export const metadata: Metadata = { title: "Invitation", referrer: "no-referrer", robots: { index: false } };

export default async function InvitationPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const [invitation, person] = await Promise.all([findInvitation(token), currentPerson()]);
  if (invitation) return <Acceptance token={token} invitation={invitation} signedInAs={person?.email} />;
  return (
    <div className="grid gap-3">
      <h1 className="headline text-2xl">This invitation is over</h1>
      <p className="text-ink-2">It was used, taken back, or is older than seven days. Ask whoever invited you for a new link.</p>
    </div>
  );
}
