import { createHash } from "node:crypto";
import pg from "pg";
import { afterAll, expect, test } from "vitest";
import { findInvitation, listInvitations } from "@/lib/invitations/data";
import { acceptInvitation, invite, joinByInvitation, revokeInvitation } from "@/lib/invitations/mutations";
import { listMembers } from "@/lib/people/data";
import { withTenant } from "@/lib/platform/db";
import type { MemberScope, Role } from "@/lib/platform/scope";
import { testDatabase } from "@/tests/support/database";
import { peopled } from "@/tests/support/people";

process.env.NEXTAUTH_SECRET = "a secret for the tests alone, 40 letters";
const { adminUrl } = await testDatabase();
const admin = new pg.Client({ connectionString: adminUrl });
await admin.connect();
afterAll(() => admin.end());

const [owner, adminOfIt] = await peopled("acme", ["owner", "admin"]);
const [stranger] = await peopled("elsewhere", ["owner"]);
const OVER = /used, taken back, or is older/;
const joining = { name: "Grace", passwordHash: "not a password" };

async function invited(email: string, role: Role = "csm", by: MemberScope = owner): Promise<string> {
  const link = await withTenant(by, ({ sql }) => invite(sql, by, { email, role }));
  return link.split("/").at(-1) ?? "";
}

test("of fifty clicks on one invitation one joins", async () => {
  const token = await invited("grace@example.com");
  const clicks = await Promise.allSettled(Array.from({ length: 50 }, () => joinByInvitation(token, joining)));
  expect(clicks.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  const members = await withTenant(owner, ({ sql }) => listMembers(sql, owner), "read");
  expect(members.filter(({ email }) => email === "grace@example.com")).toMatchObject([{ name: "Grace", role: "csm" }]);
  expect(await findInvitation(token)).toBeNull();
});

test("an invitation that was taken back after its page was opened lets nobody in", async () => {
  const token = await invited("late@example.com");
  expect(await findInvitation(token)).toMatchObject({ workspaceName: "acme", email: "late@example.com", isKnown: false });
  const [open] = (await withTenant(owner, ({ sql }) => listInvitations(sql, owner), "read")).filter(
    ({ email }) => email === "late@example.com",
  );
  await withTenant(owner, ({ sql }) => revokeInvitation(sql, owner, open?.id ?? ""));
  await expect(joinByInvitation(token, joining)).rejects.toThrow(OVER);
});

test("a second invitation of one address ends the first", async () => {
  const first = await invited("twice@example.com", "viewer");
  const second = await invited("twice@example.com", "csm");
  await expect(joinByInvitation(first, joining)).rejects.toThrow(OVER);
  await expect(joinByInvitation(second, joining)).resolves.toEqual({ slug: "acme", email: "twice@example.com" });
});

test("an invitation that is too old lets nobody in", async () => {
  const token = await invited("old@example.com");
  await admin.query("UPDATE identity.token SET expires_at = now() - interval '1 second' WHERE hash = $1", [
    createHash("sha256").update(token).digest(),
  ]);
  await expect(joinByInvitation(token, joining)).rejects.toThrow(OVER);
});

test("a person who is known accepts with their own session, and only an invitation of theirs", async () => {
  const { email, personId } = stranger.actor;
  const token = await invited(email, "viewer");
  await expect(joinByInvitation(token, joining)).rejects.toThrow("Sign in first");
  await expect(acceptInvitation(token, { personId, email: "other@example.com", name: null })).rejects.toThrow(
    "signed in as other@example.com",
  );
  await expect(acceptInvitation(token, { personId, email, name: null })).resolves.toMatchObject({ slug: "acme" });
  await expect(withTenant(owner, ({ sql }) => invite(sql, owner, { email, role: "csm" }))).rejects.toThrow("member already");
});

test("an admin invites no owner, and takes back no other workspace's invitation", async () => {
  await expect(invited("boss@example.com", "owner", adminOfIt)).rejects.toThrow("Only an owner");
  await invited("theirs@example.com", "csm", stranger);
  const [theirs] = await withTenant(stranger, ({ sql }) => listInvitations(sql, stranger), "read");
  await expect(withTenant(adminOfIt, ({ sql }) => revokeInvitation(sql, adminOfIt, theirs?.id ?? ""))).rejects.toThrow(
    "accepted or revoked already",
  );
});

test("only the hash of a token is kept, and a thousand changed ones open nothing", async () => {
  const token = await invited("kept@example.com");
  const { rows } = await admin.query("SELECT t::text FROM identity.token t UNION ALL SELECT i::text FROM app.invitation i");
  expect(rows.some((row) => row.t.includes(token))).toBe(false);
  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  for (let n = 0; n < 1_000; n += 1) {
    const at = n % token.length;
    const other = letters[(letters.indexOf(token[at] ?? "") + 1 + Math.floor(n / token.length)) % 64];
    expect(await findInvitation(token.slice(0, at) + other + token.slice(at + 1))).toBeNull();
  }
  expect(await findInvitation(token)).not.toBeNull();
});
