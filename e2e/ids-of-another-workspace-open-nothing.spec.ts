import { randomBytes, randomUUID } from "node:crypto";
import { expect, test } from "@playwright/test";
import { act, builtActions, builtRoutes, cookieOf, open } from "./support/doorway";
import { asAdministrator, memberOf, type Place, populate } from "./support/places";
import { type ActionName, type Ids, PROBES } from "./support/probes";

const SEED = Number(process.env.SEED ?? Date.now() % 1_000_000);
const PROBES_TO_MAKE = Number(process.env.PROBES ?? 1_000);
const NO_TOKEN = randomBytes(32).toString("base64url");
// What is made from the records again and again; a job may do so at any moment.
const DERIVED = [
  ...[
    "derivation",
    "dirty_account",
    "account_dimension",
    "account_month",
    "mrr_movement",
    "metric_rollup",
    "rollup_period",
    "kept_sums",
    "dirty_day",
  ],
  ...["health_derivation", "dirty_health", "health_told", "health_day", "signal"],
];

let mine: Place;
let theirs: Place;
let cookie: string;

test.beforeAll(async () => {
  [mine, theirs] = [await populate("mine"), await populate("theirs")];
  cookie = await cookieOf(memberOf(mine, "owner"));
});

function idsOf(place: Place): Ids {
  const csm = memberOf(place, "csm");
  return {
    workspace: place.slug,
    member: csm.memberId,
    invitation: place.invitationId,
    session: csm.sessionId,
    account: place.accountIds[0] ?? "",
    run: place.runId,
    file: place.fileId,
    playbook: place.playbookId,
    token: NO_TOKEN, // whoever holds the link of an invitation may read whose it is: it is a secret, not an id
    cursor: Buffer.from(JSON.stringify([1, place.accountIds[0]])).toString("base64url"),
  };
}

/** The same kinds of ids, of nothing at all. */
function idsOfNothing(like: Ids): Ids {
  return {
    workspace: `nothing-${randomBytes(6).toString("hex")}`.slice(0, like.workspace.length).padEnd(like.workspace.length, "0"),
    member: randomUUID(),
    invitation: randomUUID(),
    session: randomUUID(),
    account: randomUUID(),
    run: randomUUID(),
    file: randomUUID(),
    playbook: randomUUID(),
    token: NO_TOKEN,
    cursor: Buffer.from(JSON.stringify([1, randomUUID()])).toString("base64url"),
  };
}

test("a thousand probes with another workspace's ids see nothing, change nothing, and learn not even that the ids exist", async () => {
  test.setTimeout(600_000);
  console.log(`ids of another workspace: SEED=${SEED}, ${PROBES_TO_MAKE} probes`);
  const random = dice(SEED);
  const actions = builtActions();
  const pages = builtRoutes().filter(({ path }) => path.startsWith("/w/") && path !== "/w/[workspace]/changes");
  const before = await everythingOf(theirs);
  const asked = new Set<string>();
  for (let n = 0; n < PROBES_TO_MAKE; n += 1) {
    if (n % 10 === 0) await asAdministrator("DELETE FROM identity.rate WHERE key NOT LIKE 'sign-in%'");
    const page = n - actions.length < pages.length ? pages[n - actions.length] : undefined; // after every action every page, then whatever comes
    const action = n < actions.length || (page === undefined && random() >= 0.2) ? actions[n % actions.length] : undefined;
    // What one may do to one's own workspace is no probe of another's.
    const withOwn = random() < 0.5 && !(action && touchesOnlyItsWorkspace(action.name as ActionName));
    const foreign = { ...idsOf(theirs), ...(withOwn ? { workspace: mine.slug } : {}) };
    const nothing = { ...idsOfNothing(idsOf(theirs)), ...(withOwn ? { workspace: mine.slug } : {}) };
    if (action === undefined) {
      const { path } = page ?? pages[Math.floor(random() * pages.length)] ?? fail();
      asked.add(path);
      const [one, other] = await Promise.all([pageSeen(path, foreign), pageSeen(path, nothing)]);
      expect.soft(`${path} ${one}`).toBe(`${path} ${other}`);
      continue;
    }
    asked.add(action.name);
    const shape = PROBES[action.name as ActionName];
    const bend = bends[Math.floor(random() * bends.length)] ?? bends[0];
    const [one, other] = await Promise.all([act(action, bend(shape(foreign)), { cookie }), act(action, bend(shape(nothing)), { cookie })]);
    expect.soft(one.text, action.name).not.toContain(theirs.word);
    expect
      .soft(`${action.name} ${one.status} ${plain(one.text, foreign)}`)
      .toBe(`${action.name} ${other.status} ${plain(other.text, nothing)}`);
  }
  expect(await everythingOf(theirs)).toEqual(before);
  const due = [...actions.map(({ name }) => name), ...pages.map(({ path }) => path)].sort();
  expect([...asked].sort()).toEqual(due);
});

const bends = [
  (input: object): unknown => input,
  (input: object): unknown => input,
  (input: object): unknown => [input],
  (input: object): unknown => ({ input }),
  (input: object): unknown => Object.fromEntries(Object.entries(input).map(([key, value]) => [key, [value]])),
  (input: object): unknown => ({ ...input, workspaceId: theirs.workspaceId, tenant: theirs.slug, role: "owner" }),
] as const;

function fail(): never {
  throw new Error("the build has no pages");
}

/** Nothing it takes but the workspace is of any workspace. */
function touchesOnlyItsWorkspace(name: ActionName): boolean {
  const [one, other] = [idsOf(theirs), idsOfNothing(idsOf(theirs))].map((ids) =>
    JSON.stringify(PROBES[name]({ ...ids, workspace: mine.slug })),
  );
  return one === other;
}

async function pageSeen(path: string, ids: Ids): Promise<string> {
  const filled = path
    .replace("[workspace]", ids.workspace)
    .replace("[accountId]", ids.account)
    .replace("[runId]", ids.run)
    .replace("[fileId]", ids.file)
    .replace("[playbookId]", ids.playbook)
    .replace("[metricId]", "mrr")
    .replace("[kind]", "accounts");
  const answer = await open(path.endsWith("/rows") ? `${filled}?period=2025-06` : filled, cookie);
  const text = await answer.text();
  expect.soft(text, path).not.toContain(theirs.word);
  return `${answer.status} ${answer.headers.get("location")?.replaceAll(ids.workspace, "ID") ?? ""} ${text.includes("CNRY") ? "own" : ""} ${titleOf(text)}`;
}

function titleOf(text: string): string {
  return /<title[^>]*>([^<]*)/.exec(text)?.[1] ?? "";
}

/** An answer without what differs at every request: the ids that were asked with, times and keys of chunks. */
function plain(text: string, ids: Ids): string {
  const answer = /^\d+:(\{"ok":.*)$/m.exec(text)?.[1] ?? text.replace(/^0:.*$/m, "");
  return Object.values(ids)
    .reduce((rest, id) => rest.replaceAll(id, "ID"), answer)
    .replace(/reference [0-9a-f]{8}/g, "reference")
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, "TIME");
}

/** A digest of every row of a workspace, in every table that has rows of workspaces. */
async function everythingOf({ workspaceId, members }: Place): Promise<Record<string, string>> {
  const tables = await asAdministrator<{ relname: string }>(
    "SELECT relname FROM pg_class WHERE relnamespace = 'app'::regnamespace AND relkind = 'r' AND relname <> 'workspace' AND relname <> ALL ($1)",
    [DERIVED],
  );
  const digests: Record<string, string> = {};
  for (const { relname } of tables) {
    const [row] = await asAdministrator<{ digest: string }>(
      `SELECT md5(coalesce(string_agg(t::text, '|' ORDER BY t::text), '')) AS digest FROM app.${relname} t WHERE workspace_id = $1`,
      [workspaceId],
    );
    digests[relname] = row?.digest ?? "";
  }
  const people = members.map(({ personId }) => personId);
  const [workspace] = await asAdministrator<{ row: string }>("SELECT w::text AS row FROM app.workspace w WHERE id = $1", [workspaceId]);
  const [identity] = await asAdministrator<{ digest: string }>(
    `SELECT md5((SELECT string_agg(p::text, '|' ORDER BY id) FROM identity.person p WHERE id = ANY($1)) || (SELECT string_agg(s::text, '|' ORDER BY id) FROM identity.session s WHERE person_id = ANY($1))
       || (SELECT string_agg(t::text, '|' ORDER BY hash) FROM identity.token t WHERE workspace_id = $2)) AS digest`,
    [people, workspaceId],
  );
  return { ...digests, workspace: workspace?.row ?? "", identity: identity?.digest ?? "" };
}

function dice(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
