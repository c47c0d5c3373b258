import { LinkOnce } from "@/app/w/[workspace]/settings/people/link-once";

export type SentInvitation = { readonly email: string; readonly link: string; readonly isMailed: boolean };

export function InvitationLink({ email, link, isMailed, sendsMail }: SentInvitation & { sendsMail: boolean }) {
  return (
    <LinkOnce label="Invitation link" link={link}>
      <span className="font-medium">{email} is invited.</span>{" "}
      {isMailed
        ? "A mail with this link is on its way."
        : `Send them this link; ${sendsMail ? "the mail could not be sent" : "no mail is set up here"}.`}{" "}
      It is not shown again, but you can make a new one.
    </LinkOnce>
  );
}
