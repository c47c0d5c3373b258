import { expect, test } from "@playwright/test";
import { can, MATRIX, OUTSIDE, type Permission } from "../lib/people/matrix";
import { ROLES } from "../lib/platform/scope";
import { act, builtActions, builtRoutes, cookieOf, open } from "./support/doorway";
import { asAdministrator, memberOf, type Place, populate } from "./support/places";

// What no action takes: whoever comes so far has passed every check on who they are, and changes nothing.
const PROBE = { "not a field": true };

let place: Place;
const cookies: Record<string, string> = {};

test.beforeAll(async () => {
  const stranger = await populate("stranger");
  place = await populate("roles");
  for (const role of ROLES) cookies[role] = await cookieOf(memberOf(place, role));
  cookies.stranger = await cookieOf(memberOf(stranger, "owner"));
  cookies.anonymous = "";
  const leaving = await populate("leaving");
  cookies.removed = await cookieOf(memberOf(leaving, "admin"));
  await asAdministrator("UPDATE app.member SET workspace_id = $1 WHERE id = $2", [place.workspaceId, memberOf(leaving, "admin").memberId]);
  expect((await open(`/w/${place.slug}/settings/people`, cookies.removed)).status).toBe(200);
  await asAdministrator("DELETE FROM app.member WHERE id = $1", [memberOf(leaving, "admin").memberId]);
});

const isAction = (name: string) => !name.startsWith("/");

test("every action and address of the build has its line in the matrix, and every line its action or address", () => {
  const lines = [...Object.keys(MATRIX), ...Object.keys(OUTSIDE)].sort();
  const built = [...builtActions().map(({ name }) => name), ...builtRoutes().map(({ path }) => path)].sort();
  expect(built).toEqual(lines);
});

for (const name of Object.keys(MATRIX).filter(isAction) as Permission[]) {
  test(`${name} is answered as the matrix says`, async () => {
    const action = builtActions().find((candidate) => candidate.name === name);
    if (!action) throw new Error(`${name} is not in the build`);
    const answers: Record<string, string> = {};
    for (const [who, cookie] of Object.entries(cookies))
      answers[who] = (await act(action, { workspace: place.slug, ...PROBE }, { cookie })).code;
    expect(answers).toEqual({
      ...Object.fromEntries(ROLES.map((role) => [role, can(role, name) ? "invalid" : "forbidden"])),
      removed: "not-found",
      stranger: "not-found",
      anonymous: "signed-out",
    });
  });
}

test("what stands outside any workspace asks for a session, or for nothing", async () => {
  for (const [name, who] of Object.entries(OUTSIDE).filter(([line]) => isAction(line))) {
    const action = builtActions().find((candidate) => candidate.name === name);
    if (!action) throw new Error(`${name} is not in the build`);
    const answers = [(await act(action, PROBE, { cookie: cookies.viewer ?? "" })).code, (await act(action, PROBE)).code];
    expect([name, ...answers]).toEqual([name, "invalid", who === "person" ? "signed-out" : "invalid"]);
  }
});

for (const { path, isPage } of builtRoutes().filter((route) => route.path.startsWith("/w/"))) {
  test(`${path} opens to its members and to nobody else`, async () => {
    const filled = path
      .replace("[workspace]", place.slug)
      .replace("[accountId]", place.accountIds[0] ?? "")
      .replace("[runId]", place.runId)
      .replace("[fileId]", place.fileId)
      .replace("[playbookId]", place.playbookId)
      .replace("[month]", "2025-06")
      .replace("[metricId]", "mrr")
      .replace("[kind]", "accounts");
    const address = filled.endsWith("/rows") ? `${filled}?period=2025-06` : filled;
    for (const [who, cookie] of Object.entries(cookies)) {
      const answer = await open(address, cookie);
      const seen = `${who} ${answer.status}`;
      if (who === "anonymous") expect(seen).toBe(`anonymous ${isPage ? 307 : 401}`);
      else if (who === "stranger" || who === "removed") expect(seen).toBe(`${who} 404`);
      else expect(seen).toMatch(can(who as (typeof ROLES)[number], path as Permission) ? / (200|307)$/ : / 40[34]$/);
      const text = await answer.text();
      if (["anonymous", "stranger", "removed"].includes(who)) expect(text).not.toContain(place.word);
    }
  });
}
