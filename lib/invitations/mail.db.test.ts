import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { SMTPServer, type SMTPServerSession } from "smtp-server";
import { afterAll, beforeEach, expect, test } from "vitest";
import { findInvitation } from "@/lib/invitations/data";
import { invite } from "@/lib/invitations/mutations";
import { invitationLetter } from "@/lib/invitations/rules";
import { withTenant } from "@/lib/platform/db";
import { canMail, sendMail } from "@/lib/platform/mail";
import { testDatabase } from "@/tests/support/database";
import { peopled } from "@/tests/support/people";

type Delivered = { readonly from: string | undefined; readonly to: string[]; readonly head: string[]; readonly body: string };

const delivered: Delivered[] = [];
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ["STARTTLS"],
  onRcptTo: ({ address }, _, done) => done(address.startsWith("nobody@") ? new Error("no such mailbox") : undefined),
  onData: (stream, session, done) => {
    let text = "";
    stream.setEncoding("utf8").on("data", (part) => (text += part));
    stream.on("end", () => done(void delivered.push(deliveredAs(session, text))));
  },
});
server.on("error", () => {}); // a client that hangs up is no fault of the server's
server.listen(0, "127.0.0.1");
await once(server.server, "listening");
afterAll(() => new Promise<void>((done) => server.close(() => done())));

process.env.NEXTAUTH_SECRET = "a secret for the tests alone, 40 letters";
process.env.SMTP_URL = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
process.env.MAIL_FROM = "Bellwether <bellwether@example.com>";
await testDatabase();
const [owner] = await peopled("acme", ["owner"]);
const link = "http://localhost:3000/invitation/x";

beforeEach(() => void delivered.splice(0));

function deliveredAs({ envelope }: SMTPServerSession, text: string): Delivered {
  const [head = "", ...body] = text.split("\r\n\r\n");
  return {
    from: envelope.mailFrom ? envelope.mailFrom.address : undefined,
    to: envelope.rcptTo.map(({ address }) => address),
    head: head.replace(/\r\n[ \t]+/g, " ").split("\r\n"),
    body: unquoted(body.join("\r\n\r\n")),
  };
}

/** Text as it was before it was made fit for lines of 76 ASCII characters. */
function unquoted(text: string): string {
  const bytes = text.replace(/=\r\n/g, "").replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1").toString("utf8").replaceAll("\r\n", "\n");
}

test("an invitation reaches the invited address, and its link opens the invitation", async () => {
  expect(canMail()).toBe(true);
  const made = await withTenant(owner, ({ sql }) => invite(sql, owner, { email: "grace@example.com", role: "csm" }));
  const letter = invitationLetter({ to: "grace@example.com", from: "Ada Lovelace", workspace: "Zoë & Söhne", link: made });
  expect(await sendMail(letter)).toBe(true);
  expect(delivered).toMatchObject([
    { from: "bellwether@example.com", to: ["grace@example.com"], body: expect.stringContaining(letter.text) },
  ]);
  expect(delivered[0]?.head).toContain("To: grace@example.com");
  const token = /\/invitation\/(\S+)/.exec(delivered[0]?.body ?? "")?.[1] ?? "";
  expect(await findInvitation(token)).toMatchObject({ workspaceName: "acme", email: "grace@example.com", role: "csm" });
});

test("line ends in a name add no header and no recipient", async () => {
  const plain = ["Ada", "Acme"] as const;
  const hostile = [
    "\r\nBcc: eve@evil.example",
    "\nBcc: eve@evil.example\n\nRead this instead",
    "\rCc: eve@evil.example",
    "\u2028X: y",
    "\0",
  ];
  for (const [from, workspace] of [plain, ...hostile.flatMap((end) => [[`Ada${end}`, "Acme"] as const, ["Ada", `Acme${end}`] as const])])
    expect(await sendMail(invitationLetter({ to: "grace@example.com", from, workspace, link }))).toBe(true);
  const names = ({ head }: Delivered) => head.map((line) => line.split(":")[0]).sort();
  const [first] = delivered;
  if (!first) throw new Error("nothing was delivered");
  expect(delivered).toHaveLength(1 + 2 * hostile.length);
  for (const letter of delivered) {
    expect(letter.to).toEqual(["grace@example.com"]);
    expect(names(letter).filter((name) => name !== "Content-Transfer-Encoding")).toEqual(
      names(first).filter((name) => name !== "Content-Transfer-Encoding"),
    );
    expect(letter.body).toContain(link);
  }
});

test.each([
  "grace@example.com, eve@evil.example",
  "eve@evil.example <grace@example.com>",
  "friends: grace@example.com, eve@evil.example;",
  '"grace@example.com\r\nBcc: eve@evil.example"@example.com',
  "grace@example.com\r\nRCPT TO:<eve@evil.example>",
  "grace@ex\u0430mple.com",
  "",
])("%j is not one plain address, so nothing is sent", async (to) => {
  expect(await sendMail({ to, subject: "Hello", text: "Hello" })).toBe(false);
  expect(delivered).toEqual([]);
});

test("a server that will not take a mail fails nothing but the mail", async () => {
  expect(await sendMail({ to: "nobody@example.com", subject: "Hello", text: "Hello" })).toBe(false);
  expect(delivered).toEqual([]);
});
