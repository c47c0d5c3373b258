import { beforeAll, expect, test } from "vitest";
import { findLastTouch, listTimeline } from "@/lib/accounts/data";
import { STREAMS, type Stream } from "@/lib/accounts/streams";
import { saveRecord } from "@/lib/imports/hand/save";
import { loadRecords } from "@/lib/imports/load";
import { refresh } from "@/lib/ledger/refresh";
import { type Sql, withTenant } from "@/lib/platform/db";
import type { Page } from "@/lib/platform/keyset";
import type { Scope } from "@/lib/platform/scope";
import { findVoice, listAnswers } from "@/lib/surveys/data";
import { countTickets, listTickets } from "@/lib/tickets/data";
import { listUsers, readUse } from "@/lib/usage/data";
import { testDatabase } from "@/tests/support/database";
import { aWorkspace, rowsOf } from "@/tests/support/import";

await testDatabase();

const NOW = new Date("2026-06-30T12:00:00Z");
const at = (text: string) => new Date(`${text}T09:00:00Z`);

let scope: Scope;
let id: string;

const read = <Answer>(work: (sql: Sql) => Promise<Answer>) => withTenant(scope, ({ sql }) => work(sql), "read");

beforeAll(async () => {
  scope = await aWorkspace({ timeZone: "Europe/Berlin" });
  const account = { account: "A" };
  await loadRecords(
    scope,
    "accounts",
    "crm",
    ["A", "B", "C"].map((externalId) => ({ externalId, name: externalId, segment: "SMB", ownerEmail: "ann@x.test" })),
    { at: at("2026-01-01") },
  );
  await loadRecords(scope, "accounts", "crm", [{ externalId: "A", name: "A", segment: "SMB", ownerEmail: "bob@x.test" }], {
    at: at("2026-03-01"),
  });
  const paid = { startedAt: at("2026-01-01"), amount: 1000n, currency: "USD", interval: "month" as const };
  await loadRecords(
    scope,
    "subscriptions",
    "crm",
    ["A", "B", "C"].map((name) => ({ externalId: name, account: name, ...paid })),
  );
  await loadRecords(scope, "contacts", "crm", [{ externalId: "P", ...account, name: "Pia" }]);
  await loadRecords(scope, "tickets", "desk", [
    { externalId: "T-1", ...account, createdAt: at("2026-05-01"), solvedAt: at("2026-05-02"), status: "solved", subject: "one" },
    { externalId: "T-2", ...account, createdAt: at("2026-04-01"), status: "open", subject: "two" },
    { externalId: "T-3", ...account, createdAt: at("2026-04-02"), solvedAt: at("2026-04-03"), status: "solved", subject: "three" },
    { externalId: "T-4", ...account, createdAt: at("2026-04-05"), status: "open", excluded: true, subject: "spam" },
    { externalId: "T-5", ...account, createdAt: at("2026-07-05"), status: "open", subject: "not yet" },
  ]);
  await loadRecords(scope, "ticket-events", "desk", [{ ticket: "T-3", at: at("2026-04-10"), type: "reopened" }]);
  await loadRecords(scope, "survey-responses", "ask", [
    { externalId: "R-1", contact: "P", kind: "nps", score: 9n, answeredAt: at("2026-05-10"), comment: "fine" },
    { externalId: "R-2", ...account, kind: "nps", answeredAt: at("2026-05-20") },
    { externalId: "R-3", ...account, kind: "csat", score: 2n, answeredAt: at("2026-06-01"), comment: "worse" },
  ]);
  const used = (name: string, user: string, day: string, count: bigint) => ({
    account: name,
    user,
    feature: "Reports",
    at: at(day),
    count,
  });
  await loadRecords(scope, "usage", "app", [
    used("A", "u1", "2026-06-20", 6n),
    used("A", "u2", "2026-06-21", 1n),
    used("A", "u1", "2026-05-20", 4n),
    used("B", "u9", "2026-06-20", 10n),
  ]);
  await loadRecords(scope, "users", "app", [
    { externalId: "u1", ...account, signedUpAt: at("2026-01-02") },
    { externalId: "u3", ...account, signedUpAt: at("2026-01-02"), deletedAt: at("2026-02-02") },
  ]);
  await loadRecords(scope, "milestones", "crm", [{ ...account, kind: "first_value", at: at("2026-01-20") }]);
  await refresh(scope);
  id = (await rowsOf<{ id: string }>(scope, "SELECT id::text FROM app.account WHERE external_id = 'A'"))[0]?.id ?? "";
});

/** All pages of a list, one after another. */
async function whole<Row>(page: (sql: Sql, after: string | null) => Promise<Page<Row>>): Promise<Row[]> {
  const rows: Row[] = [];
  for (let after: string | null = null; ; ) {
    const from: string | null = after;
    const read: Page<Row> = await withTenant(scope, ({ sql }) => page(sql, from), "read");
    rows.push(...read.rows);
    if (read.next === null) return rows;
    after = read.next;
  }
}

test("tickets come page by page, the open ones first, then the newest; what is still to come is not there", async () => {
  const rows = await whole((sql, after) => listTickets(sql, scope, id, { after, limit: 1 }, NOW));
  expect(rows.map(({ subject, isOpen }) => `${subject}${isOpen ? " open" : ""}`)).toEqual(["three open", "two open", "one", "spam"]);
  expect(await read((sql) => countTickets(sql, scope, id, NOW))).toEqual({ all: 3, open: 2 });
});

test("answers come newest first, one that was not given among them; the latest score and the latest words are known", async () => {
  const rows = await whole((sql, after) => listAnswers(sql, scope, id, { after, limit: 2 }, NOW));
  expect(rows.map(({ kind, score, by }) => [kind, score, by])).toEqual([
    ["csat", 2, null],
    ["nps", null, null],
    ["nps", 9, "Pia"],
  ]);
  const { nps, words, answers } = await read((sql) => findVoice(sql, scope, id, NOW));
  expect([nps?.score, words?.comment, answers]).toEqual([9, "worse", 3]);
});

test("use stands against its own past and the median of the other customers of the segment", async () => {
  // B used it ten times in the 30 days, C not at all: half of both is 5.
  expect(await read((sql) => readUse(sql, scope, id, NOW))).toEqual({
    features: [{ feature: "Reports", stretches: [7, 4, null, null, null, null, null], users: 2, peers: 5 }],
    peers: 2,
    segment: "SMB",
    lastOn: "2026-06-21",
  });
});

test("users are those seen last first, then those deleted; one named by use alone is among them", async () => {
  const rows = await whole((sql, after) => listUsers(sql, scope, id, { after, limit: 1 }, NOW));
  expect(rows.map(({ name, seenOn, deletedOn, isKnown }) => [name, seenOn, deletedOn, isKnown])).toEqual([
    ["u2", "2026-06-21", null, false],
    ["u1", "2026-06-20", null, true],
    ["u3", null, "2026-02-02", true],
  ]);
});

test("the timeline is one stream, whole however it is paged, and shows only what is asked for", async () => {
  await withTenant(scope, ({ sql }) =>
    saveRecord(sql, scope, { kind: "offers", id: null, account: id }, { kind: "upsell", presentedAt: "2026-06-15" }),
  );
  const lines = (streams: readonly Stream[], limit: number) =>
    whole((sql, after) => listTimeline(sql, scope, id, { streams, after, limit }, NOW));
  const all = await lines(STREAMS, 100);
  const [edit, ...rest] = all.map(({ on, facts }) => `${on} ${facts.what}`);
  expect(edit).toMatch(/ create$/);
  expect(rest).toEqual([
    "2026-06-15 presented",
    "2026-06-01 csat",
    "2026-05-10 nps",
    "2026-05-02 solved",
    "2026-05-01 opened",
    "2026-04-10 reopened",
    "2026-04-05 opened",
    "2026-04-03 solved",
    "2026-04-02 opened",
    "2026-04-01 opened",
    "2026-03-01 owner",
    "2026-01-20 reached",
    "2026-01-01 moved",
  ]);
  for (const limit of [1, 3]) expect(await lines(STREAMS, limit)).toEqual(all);
  expect((await lines(["owners"], 5)).map(({ facts }) => [facts.was, facts.name])).toEqual([["ann@x.test", "bob@x.test"]]);
  expect(await read((sql) => findLastTouch(sql, scope, id, NOW))).toEqual({ on: "2026-06-15", what: "offer" });
});
