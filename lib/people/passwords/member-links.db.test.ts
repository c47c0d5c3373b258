import pg from "pg";
import { afterAll, expect, test } from "vitest";
import { findReset } from "@/lib/people/passwords/data";
import { makeMemberResetLink, resetPassword } from "@/lib/people/passwords/mutations";
import { withTenant } from "@/lib/platform/db";
import type { MemberScope } from "@/lib/platform/scope";
import { signIn } from "@/lib/platform/sign-in";
import { testDatabase } from "@/tests/support/database";
import { joined, peopled } from "@/tests/support/people";

process.env.NEXTAUTH_SECRET = "a secret for the tests alone, 40 letters";
const { adminUrl } = await testDatabase();
const database = new pg.Client({ connectionString: adminUrl });
await database.connect();
afterAll(() => database.end());

const [owner, admin, csm] = await peopled("acme", ["owner", "admin", "csm"]);

function made(by: MemberScope, of: MemberScope): Promise<string> {
  return withTenant(by, async ({ sql }) => (await makeMemberResetLink(sql, by, of.actor.memberId)).split("/").at(-1) ?? "");
}

test("where no mail is set up, an admin makes a link for a member, the newest of which counts", async () => {
  const first = await made(admin, csm);
  const second = await made(admin, csm);
  expect([await findReset(first), await findReset(second)]).toEqual([null, { email: csm.actor.email }]);
  await resetPassword(second, "three words and more", "c");
  expect(await signIn({ email: csm.actor.email, password: "three words and more", client: "c", device: null, agent: "" })).not.toBeNull();
});

test("an admin makes none for an owner, and nobody one for themselves", async () => {
  await expect(made(admin, owner)).rejects.toThrow("Only an owner");
  await expect(made(owner, owner)).rejects.toThrow("on your profile");
  await expect(made(owner, admin)).resolves.toHaveLength(43);
});

test("nobody takes a person over who works elsewhere too, unless they look after them there as well", async () => {
  const [stranger] = await peopled("elsewhere", ["owner"]);
  const both = await joined("acme", stranger.actor.email, "csm");
  await expect(made(owner, both)).rejects.toThrow("a workspace whose people you do not look after");
  expect((await database.query("SELECT 1 FROM identity.token WHERE subject_id = $1", [stranger.actor.personId])).rows).toEqual([]);
  await joined("elsewhere", owner.actor.email, "admin");
  await expect(made(owner, both)).rejects.toThrow("a workspace whose people you do not look after"); // an admin there, of an owner
  await database.query("UPDATE app.member SET role = 'owner' WHERE user_id = $1", [owner.actor.personId]);
  await expect(made(owner, both)).resolves.toHaveLength(43);
});

test("a member of another workspace is nobody here", async () => {
  const [there] = await peopled("there", ["csm"]);
  await expect(made(owner, there)).rejects.toThrow("no longer in the workspace");
});

test("a link made in a workspace goes with it", async () => {
  const [boss, theirs] = await peopled("going", ["owner", "csm"]);
  const token = await made(boss, theirs);
  expect(await findReset(token)).not.toBeNull();
  await database.query("SELECT identity.remove_workspace($1)", [boss.workspaceId]);
  expect(await findReset(token)).toBeNull();
});
