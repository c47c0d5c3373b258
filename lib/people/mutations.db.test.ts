import { expect, test } from "vitest";
import { changeRole, createUser, removeMember, setPassword } from "@/lib/people/mutations";
import { withTenant } from "@/lib/platform/db";
import { identity } from "@/lib/platform/identity";
import { openSession, signIn } from "@/lib/platform/sign-in";
import { testDatabase } from "@/tests/support/database";
import { joined, PASSWORD, peopled, systemOf } from "@/tests/support/people";

process.env.NEXTAUTH_SECRET = "a secret for the tests alone, 40 letters";
await testDatabase();

const owners = (slug: string) =>
  systemOf(slug).then((scope) =>
    withTenant(
      scope,
      ({ sql }) => sql("SELECT 1 FROM app.member WHERE workspace_id = $1::uuid AND role = 'owner'", [scope.workspaceId]),
      "read",
    ),
  );

test("two owners who remove each other at once leave one owner, and the loser is told why", async () => {
  for (let round = 1; round <= 25; round += 1) {
    const [ada, bob] = await peopled(`race-${round}`, ["owner", "owner"]);
    const [one, other] = round % 2 ? [removeMember, removeMember] : [lowered, removeMember];
    const results = await Promise.allSettled([
      withTenant(ada, ({ sql }) => one(sql, ada, bob.actor.memberId)),
      withTenant(bob, ({ sql }) => other(sql, bob, ada.actor.memberId)),
    ]);
    expect(await owners(`race-${round}`)).toHaveLength(1);
    const losers = results.filter((result) => result.status === "rejected");
    expect(losers).toHaveLength(1);
    expect(losers[0]?.reason.message).toMatch(/last owner|no longer in the workspace/);
  }
}, 120_000);

function lowered(...[sql, scope, memberId]: Parameters<typeof removeMember>) {
  return changeRole(sql, scope, { memberId, role: "viewer" });
}

test("the last owner can neither leave nor be lowered", async () => {
  const [ada] = await peopled("alone", ["owner"]);
  await expect(withTenant(ada, ({ sql }) => removeMember(sql, ada, ada.actor.memberId))).rejects.toThrow("last owner");
  await expect(withTenant(ada, ({ sql }) => changeRole(sql, ada, { memberId: ada.actor.memberId, role: "admin" }))).rejects.toThrow(
    "last owner",
  );
});

test("an admin touches no owner and makes none", async () => {
  const [owner, , admin, csm] = await peopled("ranks", ["owner", "owner", "admin", "csm"]);
  await expect(withTenant(admin, ({ sql }) => removeMember(sql, admin, owner.actor.memberId))).rejects.toThrow("Only an owner");
  await expect(withTenant(admin, ({ sql }) => changeRole(sql, admin, { memberId: owner.actor.memberId, role: "viewer" }))).rejects.toThrow(
    "Only an owner",
  );
  await expect(withTenant(admin, ({ sql }) => changeRole(sql, admin, { memberId: csm.actor.memberId, role: "owner" }))).rejects.toThrow(
    "Only an owner",
  );
  await withTenant(admin, ({ sql }) => changeRole(sql, admin, { memberId: csm.actor.memberId, role: "manager" }));
});

test("another role ends the sessions that were opened for the old one", async () => {
  const [owner, csm] = await peopled("lowering", ["owner", "csm"]);
  const session = await openSession(csm.actor.personId, "a browser");
  const alive = () => identity("check_session", [session.sessionId, session.personId, session.sessionVersion]);
  expect(await alive()).toHaveLength(1);
  await withTenant(owner, ({ sql }) => changeRole(sql, owner, { memberId: csm.actor.memberId, role: "viewer" }));
  expect(await alive()).toHaveLength(0);
});

test("a member of another workspace is nobody here", async () => {
  const [here] = await peopled("here", ["owner"]);
  const [there] = await peopled("there", ["owner"]);
  await expect(withTenant(here, ({ sql }) => removeMember(sql, here, there.actor.memberId))).rejects.toThrow("no longer in the workspace");
  await expect(withTenant(here, ({ sql }) => removeMember(sql, here, crypto.randomUUID()))).rejects.toThrow("no longer in the workspace");
});

test("a known e-mail joins another workspace and keeps its password", async () => {
  await peopled("first", ["owner"]);
  await peopled("second", []);
  await joined("second", "owner-1@first.test", "viewer");
  await expect(createUser({ email: "OWNER-1@first.test", password: "another password", workspace: "second", role: "csm" })).rejects.toThrow(
    "already a member of second",
  );
  const opened = await signIn({ email: "owner-1@first.test", password: PASSWORD, client: "c", device: null, agent: "" });
  expect(opened).not.toBeNull();
});

test("a new password ends every session and the old one no longer opens any", async () => {
  await peopled("changing", ["owner"]);
  const email = "owner-1@changing.test";
  const before = await signIn({ email, password: PASSWORD, client: "d", device: null, agent: "" });
  await setPassword({ email, password: "a wholly new password" });
  expect(await identity("check_session", [before?.sessionId, before?.personId, before?.sessionVersion])).toHaveLength(0);
  expect(await signIn({ email, password: PASSWORD, client: "d", device: null, agent: "" })).toBeNull();
  expect(await signIn({ email, password: "a wholly new password", client: "d", device: null, agent: "" })).not.toBeNull();
});
