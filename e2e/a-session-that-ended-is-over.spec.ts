import { expect, test } from "@playwright/test";
import { decode } from "next-auth/jwt";
import { act, builtActions, cookieOf, open, tryToSignIn } from "./support/doorway";
import { installation } from "./support/installation";
import { asAdministrator, type Member, memberOf, type Place, populate, spareOf } from "./support/places";

let place: Place;
test.beforeAll(async () => {
  place = await populate("sessions");
});

async function doAs(cookie: string, name: string, input: object): Promise<void> {
  const action = builtActions().find((candidate) => candidate.name === name);
  if (!action) throw new Error(`${name} is not in the build`);
  expect([name, (await act(action, input, { cookie })).code]).toEqual([name, "done"]);
}

async function isAlive(cookie: string): Promise<boolean> {
  const page = await open("/workspaces", cookie);
  const session = await (await open("/api/auth/session", cookie)).json();
  expect(Object.keys(session).length > 0).toBe(page.status === 200);
  return page.status === 200;
}

const ENDINGS: Record<string, (cookie: string, member: Member) => Promise<void>> = {
  "signing out": (cookie) => doAs(cookie, "person.sign-out", {}),
  "signing out everywhere from another browser": async (_, member) => doAs(await cookieOf(member), "person.sign-out-everywhere", {}),
  "a new password": async (_, member) =>
    doAs(await cookieOf(member), "person.change-password", { current: member.password, next: "a wholly new password" }),
  "another role": async (_, member) =>
    doAs(await cookieOf(memberOf(place, "owner")), "people.change-role", {
      workspace: place.slug,
      memberId: member.memberId,
      role: "viewer",
    }),
  "the person being disabled": async (_, member) =>
    void (await asAdministrator("SELECT identity.set_disabled($1, true)", [member.personId])),
  "the session's row growing old": async (_, member) =>
    void (await asAdministrator("UPDATE identity.session SET expires_at = now() WHERE person_id = $1", [member.personId])),
};

for (const [n, [what, end]] of Object.entries(ENDINGS).entries()) {
  test(`a copied cookie dies with ${what}`, async () => {
    const member = spareOf(place, n);
    const cookie = await cookieOf(member);
    expect(await isAlive(cookie)).toBe(true);
    await end(cookie, member);
    expect(await isAlive(cookie)).toBe(false);
    expect((await open(`/w/${place.slug}/settings/people`, cookie)).status).toBe(307);
    const action = builtActions().find(({ name }) => name === "person.rename");
    if (action) expect((await act(action, { name: "Still here" }, { cookie })).code).toBe("signed-out");
  });
}

test("a member who is removed is out at the next request", async () => {
  const member = spareOf(place, 6);
  const cookie = await cookieOf(member);
  expect((await open(`/w/${place.slug}/settings/people`, cookie)).status).toBe(200);
  await doAs(await cookieOf(memberOf(place, "owner")), "people.remove", { workspace: place.slug, memberId: member.memberId });
  expect((await open(`/w/${place.slug}/settings/people`, cookie)).status).toBe(404);
  expect(await isAlive(cookie)).toBe(true);
});

test("a member whose role is lowered loses its rights at the next request, in a session opened since too", async () => {
  const admin = memberOf(place, "admin");
  await doAs(await cookieOf(memberOf(place, "owner")), "people.change-role", {
    workspace: place.slug,
    memberId: admin.memberId,
    role: "csm",
  });
  const action = builtActions().find(({ name }) => name === "people.invite");
  if (!action) throw new Error("people.invite is not in the build");
  const answer = await act(action, { workspace: place.slug, email: "x@example.com", role: "viewer" }, { cookie: await cookieOf(admin) });
  expect(answer.code).toBe("forbidden");
});

test("a session cannot be talked into being somebody else's", async () => {
  const [csm, owner] = [memberOf(place, "csm"), memberOf(place, "owner")];
  const cookie = await cookieOf(csm);
  const { url, secret } = installation();
  const claims = async (set: string) => decode({ token: set.split(";")[0]?.split("=").slice(1).join("=") ?? "", secret });
  const before = await claims(cookie);
  const asked = await fetch(`${url}/api/auth/csrf`, { headers: { cookie } });
  const { csrfToken } = (await asked.json()) as { csrfToken: string };
  const jar = [cookie, ...asked.headers.getSetCookie().map((set) => set.split(";")[0])].join("; ");
  const wishes = ["email", "id", "sub", "personId", "role", "workspaceId", "sid", "sv", "sessionVersion", "user"];
  const values = [
    owner.email,
    owner.personId,
    owner.sessionId,
    "owner",
    0,
    99,
    null,
    { id: owner.personId },
    [owner.personId],
    { sub: owner.personId, email: owner.email },
  ];
  for (const wish of wishes) {
    for (const value of values) {
      const data = { [wish]: value, user: { [wish]: value } };
      const answer = await fetch(`${url}/api/auth/session`, {
        method: "POST",
        headers: { "content-type": "application/json", origin: url, cookie: jar },
        body: JSON.stringify({ csrfToken, data }),
      });
      const set = answer.headers.getSetCookie().find((one) => one.startsWith("bellwether.session="));
      if (set === undefined) continue;
      const { iat: _, exp: __, jti: ___, ...after } = (await claims(set)) ?? {};
      expect(after).toEqual({ sub: csm.personId, sid: before?.sid, sv: before?.sv });
    }
  }
  expect(await isAlive(cookie)).toBe(true);
});

test("the eleventh guess is refused whatever address the request claims to come from", async () => {
  const email = `guessed@${place.slug}.test`;
  const statuses = [];
  for (let n = 0; n < 12; n += 1)
    statuses.push(
      (await tryToSignIn({ email, password: "a guess" }, { "x-forwarded-for": `203.0.113.${n}`, "x-bellwether-peer": `203.0.113.${n}` }))
        .status,
    );
  expect(statuses).toEqual([...Array(10).fill(401), 429, 429]);
});

test("an address that is known and one that is not get the same answer", async () => {
  const told = async (email: string) => {
    const answer = await tryToSignIn({ email, password: "a wrong guess" });
    const headers = [...answer.headers].filter(([name]) => !["date", "content-security-policy"].includes(name));
    return JSON.stringify([answer.status, await answer.text(), headers]);
  };
  expect(await told(memberOf(place, "csm").email)).toBe(await told(`nobody@${place.slug}.test`));
});

test("a sign-in leads nowhere but to ourselves", async () => {
  const cookie = await cookieOf(memberOf(place, "viewer"));
  for (const next of [
    "//evil.example",
    "/\\evil.example",
    "https://evil.example",
    "https:evil.example",
    "%2f%2fevil.example",
    "javascript:alert(1)",
    "/%09/evil.example",
  ]) {
    const answer = await open(`/sign-in?next=${encodeURIComponent(next)}`, cookie);
    expect(new URL(answer.headers.get("location") ?? "", installation().url).origin).toBe(installation().url);
  }
});
