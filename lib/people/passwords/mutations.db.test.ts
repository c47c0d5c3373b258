import { createHash } from "node:crypto";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import pg from "pg";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeEach, expect, test } from "vitest";
import { findInvitation } from "@/lib/invitations/data";
import { invite } from "@/lib/invitations/mutations";
import { setPassword } from "@/lib/people/mutations";
import { findReset } from "@/lib/people/passwords/data";
import { mailReset, makeResetLink, resetPassword } from "@/lib/people/passwords/mutations";
import { withTenant } from "@/lib/platform/db";
import { identity } from "@/lib/platform/identity";
import { openSession, signIn } from "@/lib/platform/sign-in";
import { testDatabase } from "@/tests/support/database";
import { joined, PASSWORD, peopled } from "@/tests/support/people";

const delivered: { to: string; body: string }[] = [];
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ["STARTTLS"],
  onData: (stream, { envelope }, done) => {
    let text = "";
    stream.setEncoding("utf8").on("data", (part) => (text += part));
    stream.on("end", () => {
      delivered.push({ to: envelope.rcptTo.map(({ address }) => address).join(), body: text.replace(/=\r\n/g, "") });
      done();
    });
  },
});
server.on("error", () => {}); // a client that hangs up is no fault of the server's
server.listen(0, "127.0.0.1");
await once(server.server, "listening");
afterAll(() => new Promise<void>((done) => server.close(() => done())));

process.env.NEXTAUTH_SECRET = "a secret for the tests alone, 40 letters";
process.env.SMTP_URL = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
process.env.MAIL_FROM = "Bellwether <bellwether@example.com>";
const { adminUrl } = await testDatabase();
const admin = new pg.Client({ connectionString: adminUrl });
await admin.connect();
afterAll(() => admin.end());

const [ada] = await peopled("acme", ["owner"]);
await peopled("second", []);
await joined("second", ada.actor.email, "viewer");
const { email, personId } = ada.actor;
const NEXT = "a wholly new password";
const OVER = /used already or is older than an hour/;

beforeEach(async () => {
  delivered.splice(0);
  await admin.query("DELETE FROM identity.rate; DELETE FROM identity.token WHERE purpose = 'reset'");
  await setPassword({ email, password: PASSWORD });
});

async function mailedToken(): Promise<string> {
  await mailReset(email);
  return /reset-password\/([\w-]{43})/.exec(delivered.at(-1)?.body ?? "")?.[1] ?? "";
}

const opens = async (password: string) => (await signIn({ email, password, client: "c", device: null, agent: "" })) !== null;

async function audited(action: string): Promise<string[]> {
  const { rows } = await admin.query(
    "SELECT w.slug FROM app.audit a JOIN app.workspace w ON w.id = a.workspace_id WHERE a.action = $1 AND a.detail->>'email' = $2",
    [action, email],
  );
  return rows.map(({ slug }) => slug).sort();
}

test("a mailed link sets a new password once, ends every session, and stands in the audit of every workspace", async () => {
  const token = await mailedToken();
  expect(delivered).toMatchObject([{ to: email, body: expect.stringContaining("It works once, for an hour") }]);
  const session = await openSession(personId, "a browser");
  for (let look = 0; look < 3; look += 1) expect(await findReset(token)).toEqual({ email });
  await resetPassword(token, NEXT, "127.0.0.1");
  expect([await opens(PASSWORD), await opens(NEXT)]).toEqual([false, true]);
  expect(await identity("check_session", [session.sessionId, session.personId, session.sessionVersion])).toHaveLength(0);
  await expect(resetPassword(token, "another password of theirs", "127.0.0.1")).rejects.toThrow(OVER);
  expect(await findReset(token)).toBeNull();
  expect(await audited("people.ask-reset")).toEqual(["acme", "second"]);
  expect(await audited("people.reset-password")).toEqual(["acme", "second"]);
});

test("of fifty clicks on one link one counts, and of three links at once one", async () => {
  const token = await mailedToken();
  const clicks = await Promise.allSettled(Array.from({ length: 50 }, (_, n) => resetPassword(token, `${NEXT} ${n}`, "c")));
  const won = clicks.flatMap(({ status }, n) => (status === "fulfilled" ? [n] : []));
  expect(won).toHaveLength(1);
  expect(await opens(`${NEXT} ${won[0]}`)).toBe(true);

  const links = await Promise.all([1, 2, 3].map(() => makeResetLink(email)));
  const tokens = links.map(({ link }) => link.split("/").at(-1) ?? "");
  const resets = await Promise.allSettled(tokens.map((each, n) => resetPassword(each, `${NEXT} of ${n}`, "c")));
  expect(resets.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
});

test("a link is over after an hour, after another password was set, and for a person who was disabled", async () => {
  const old = await mailedToken();
  const { rows } = await admin.query(
    "SELECT expires_at - now() < interval '1 hour' AS soon, expires_at - now() > interval '59 minutes' AS late FROM identity.token WHERE purpose = 'reset'",
  );
  expect(rows).toEqual([{ soon: true, late: true }]);
  await admin.query("UPDATE identity.token SET expires_at = now() - interval '1 second' WHERE hash = $1", [
    createHash("sha256").update(old).digest(),
  ]);
  await expect(resetPassword(old, NEXT, "c")).rejects.toThrow(OVER);

  const before = await mailedToken();
  await setPassword({ email, password: PASSWORD });
  await expect(resetPassword(before, NEXT, "c")).rejects.toThrow(OVER);

  const disabled = await mailedToken();
  await identity("set_disabled", [personId, true]);
  await expect(resetPassword(disabled, NEXT, "c")).rejects.toThrow(OVER);
  await identity("set_disabled", [personId, false]);
  expect([await opens(NEXT), await opens(PASSWORD)]).toEqual([false, true]);
});

test("nobody's address brings no mail and no line, and an address at most three mails an hour", async () => {
  await mailReset("nobody@example.com");
  expect(delivered).toEqual([]);
  for (let n = 0; n < 5; n += 1) await mailReset(email);
  expect(delivered).toHaveLength(3);
});

test("a link of one purpose opens nothing of another, and a changed one nothing at all", async () => {
  const token = await mailedToken();
  expect(await findInvitation(token)).toBeNull();
  const link = await withTenant(ada, ({ sql }) => invite(sql, ada, { email: "grace@example.com", role: "csm" }));
  expect(await findReset(link.split("/").at(-1) ?? "")).toBeNull();
  const { rows } = await admin.query("SELECT t::text FROM identity.token t");
  expect(rows.some((row) => row.t.includes(token))).toBe(false);
  for (let n = 0; n < token.length; n += 1) {
    const other = token[n] === "A" ? "B" : "A";
    expect(await findReset(token.slice(0, n) + other + token.slice(n + 1))).toBeNull();
  }
  for (const odd of ["", "x", "'; DROP", `${token}=`, "a".repeat(10_000)]) expect(await findReset(odd)).toBeNull();
});
