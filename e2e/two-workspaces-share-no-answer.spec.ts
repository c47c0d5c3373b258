import { expect, test } from "@playwright/test";
import { act, builtActions, builtRoutes, cookieOf, open } from "./support/doorway";
import { memberOf, type Place, populate } from "./support/places";

type Party = { readonly place: Place; readonly cookie: string };

// Everything a browser asks an address for: the page, its data, what it fetches ahead, and a stream.
const WAYS: Record<string, Record<string, string>> = {
  page: { accept: "text/html" },
  data: { rsc: "1" },
  "data ahead": { rsc: "1", "next-router-prefetch": "1" },
  "tree ahead": { rsc: "1", "next-router-prefetch": "1", "next-router-segment-prefetch": "/_tree" },
  "page ahead": { purpose: "prefetch", "sec-purpose": "prefetch" },
};

let parties: readonly [Party, Party];

test.beforeAll(async () => {
  const [one, other] = [await populate("one"), await populate("other")];
  parties = [
    { place: one, cookie: await cookieOf(memberOf(one, "owner")) },
    { place: other, cookie: await cookieOf(memberOf(other, "owner")) },
  ];
  // Asking for numbers brings them up to date, so that there are rows to give away.
  const overview = builtActions().find(({ name }) => name === "overview.read");
  if (!overview) throw new Error("overview.read is not in the build");
  for (const { place, cookie } of parties) {
    const input = { workspace: place.slug, period: "2025-06", compare: "previous", where: {}, by: "segment" };
    expect((await act(overview, input, { cookie })).code).toBe("done");
  }
});

function addressIn({ place }: Party, path: string): string {
  const filled = path
    .replace("[workspace]", place.slug)
    .replace("[accountId]", place.accountIds[0] ?? "")
    .replace("[runId]", place.runId)
    .replace("[fileId]", place.fileId)
    .replace("[playbookId]", place.playbookId)
    .replace("[month]", "2025-06")
    .replace("[metricId]", "mrr")
    .replace("[...nextauth]", "session");
  return filled.endsWith("/rows") ? `${filled}?period=2025-06` : filled;
}

/** What only that party may ever be shown. */
function secretsOf({ place }: Party): string[] {
  return [place.word, place.workspaceId, ...place.members.flatMap(({ email, memberId, personId }) => [email, memberId, personId])];
}

// Data is asked for with a digest of the headers in the address; without it, Next.js answers with the address that has it.
async function openSigned(address: string, way: string, { cookie }: Party): Promise<Response> {
  const answer = await open(address, cookie, WAYS[way]);
  const next = answer.headers.get("location") ?? "";
  return /[?&]_rsc\b/.test(next) ? open(next, cookie, WAYS[way]) : answer;
}

async function answered(address: string, way: string, asking: Party): Promise<{ own: boolean; faults: string[] }> {
  const answer = await openSigned(address, way, asking);
  const text = await answer.text();
  const kept = (answer.headers.get("cache-control") ?? "").split(", ");
  const others = parties.filter((party) => party !== asking).flatMap(secretsOf);
  return {
    own: text.includes(asking.place.word),
    faults: [
      ...(kept.includes("private") && kept.includes("no-store") ? [] : [`may be kept: ${kept}`]),
      ...others.filter((secret) => text.includes(secret)).map((secret) => `shows the other's ${secret}`),
      ...(answer.status < 500 ? [] : [`answered ${answer.status}`]),
    ].map((fault) => `${way} of ${address} ${fault}`),
  };
}

test("two people who ask for the same addresses in turn and at once are each shown their own, and nothing is kept", async () => {
  test.setTimeout(300_000);
  const paths = builtRoutes()
    .map(({ path }) => path)
    .filter((path) => path.startsWith("/w/") || ["/", "/workspaces", "/api/auth/[...nextauth]"].includes(path));
  const faults: string[] = [];
  const shown = new Set<string>();
  let asked = 0;
  for (const path of paths) {
    const addresses = new Set(parties.map((party) => addressIn(party, path)));
    for (const way of Object.keys(WAYS)) {
      const turns = [...addresses].flatMap((address) => parties.map((asking) => ({ address, asking })));
      const answers = [];
      for (const { address, asking } of turns) answers.push(await answered(address, way, asking));
      answers.push(...(await Promise.all(turns.toReversed().map(({ address, asking }) => answered(address, way, asking)))));
      asked += answers.length;
      faults.push(...answers.flatMap((answer) => answer.faults));
      if (answers.some(({ own }) => own)) shown.add(`${way} ${path}`);
    }
  }
  const counts = Object.keys(WAYS).map((way) => `${way} ${[...shown].filter((kind) => kind.startsWith(`${way} /`)).length}`);
  console.log(`two workspaces: ${asked} requests for ${paths.length} addresses; showing the asker's own: ${counts.join(", ")}`);
  expect(faults).toEqual([]);
  // Else there was nothing that could have been mixed up.
  for (const path of paths.filter((candidate) => /accounts|overview|people|rows|\/workspaces/.test(candidate)))
    for (const way of ["page", "data"]) expect([...shown]).toContain(`${way} ${path}`);
});

test("a stream of changes is kept by nobody either", async () => {
  for (const party of parties) {
    const answer = await open(addressIn(party, "/w/[workspace]/changes"), party.cookie, { accept: "text/event-stream" });
    expect(answer.headers.get("content-type")).toContain("text/event-stream");
    expect(answer.headers.get("cache-control")).toBe("private, no-store");
    await answer.body?.cancel();
  }
});
