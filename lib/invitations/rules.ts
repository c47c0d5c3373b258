import type { Letter } from "@/lib/platform/mail";

export function invitationLetter({ to, from, workspace, link }: { to: string; from: string; workspace: string; link: string }): Letter {
  return {
    to,
    subject: `Join ${workspace} on Bellwether`,
    text: `${from} invites you to ${workspace} on Bellwether.\n\nOpen this link to accept. It works once, for seven days:\n${link}\n\nIf you did not expect this, do nothing: without the link nobody joins in your name.\n`,
  };
}
