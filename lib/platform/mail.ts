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
export async function sendMail(letter: Letter): Promise<boolean> {
  return (await deliver(letter)) === "sent";
}

/** The same, telling apart a letter that was not taken from one that was handed over without an answer and may have arrived. */
export async function deliver({ to, subject, text }: Letter): Promise<"sent" | "refused" | "unknown"> {
  const { SMTP_URL, MAIL_FROM } = env();
  if (SMTP_URL === undefined || MAIL_FROM === undefined) return "refused";
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
    return "sent";
  } catch (error) {
    console.error("mail was not sent:", error instanceof Error ? error.message : error);
    return wasHandedOver(error) ? "unknown" : "refused";
  } finally {
    transport.close();
  }
}

// A conversation that broke off without a verdict: the text may have been taken by then.
function wasHandedOver(error: unknown): boolean {
  return (
    error instanceof Error &&
    !("responseCode" in error) &&
    /^(Timeout|Connection closed unexpectedly|read ECONNRESET|write EPIPE)/.test(error.message)
  );
}

function plainAddress(to: string): string {
  const parsed = Email.safeParse(to);
  if (!parsed.success) throw new Error(`${JSON.stringify(to)} is not one plain address`);
  return parsed.data;
}
