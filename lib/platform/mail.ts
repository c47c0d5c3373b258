import { createTransport } from "nodemailer";
import { Email } from "@/lib/platform/email-address";
import { env } from "@/lib/platform/env";

export type Letter = { readonly to: string; readonly subject: string; readonly text: string };

/** Whether this installation can send mail at all. */
export function canMail(): boolean {
  const { SMTP_URL, MAIL_FROM } = env();
  return SMTP_URL !== undefined && MAIL_FROM !== undefined;
}

/** Sends plain text to one address; false where mail is not set up or the server would not take it, which never fails the deed that caused it. */
export async function sendMail({ to, subject, text }: Letter): Promise<boolean> {
  const { SMTP_URL, MAIL_FROM } = env();
  if (SMTP_URL === undefined || MAIL_FROM === undefined) return false;
  const transport = createTransport({
    url: SMTP_URL,
    connectionTimeout: 5_000,
    greetingTimeout: 5_000,
    socketTimeout: 10_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  try {
    // An object and not a string: addresses are then never parsed as lists or headers.
    await transport.sendMail({ from: MAIL_FROM, to: { name: "", address: plainAddress(to) }, subject, text });
    return true;
  } catch (error) {
    console.error("mail was not sent:", error instanceof Error ? error.message : error);
    return false;
  } finally {
    transport.close();
  }
}

function plainAddress(to: string): string {
  const parsed = Email.safeParse(to);
  if (!parsed.success) throw new Error(`${JSON.stringify(to)} is not one plain address`);
  return parsed.data;
}
