import type { Letter } from "@/lib/platform/mail";

export const RESET_MINUTES = 60;

export function resetLetter({ to, link }: { to: string; link: string }): Letter {
  return {
    to,
    subject: "A new password for Bellwether",
    text: `Somebody, probably you, asked for a new password for ${to} on Bellwether.\n\nOpen this link to choose one. It works once, for an hour:\n${link}\n\nThe new password signs you out everywhere. If you did not ask, do nothing: your password stays as it is.\n`,
  };
}
