import { beforeAll, expect, test } from "vitest";
import { ACCOUNT_COLUMNS, ACCOUNT_SORTS, type AccountSort, type AccountsFilter, type AccountsRequest } from "@/lib/accounts/choices";
import { findLastTouch, type ListedAccount, listAccounts, listMoreAccounts } from "@/lib/accounts/data";
import { loadRecords } from "@/lib/imports/load";
import { refresh } from "@/lib/ledger/refresh";
import { withTenant } from "@/lib/platform/db";
import type { Page } from "@/lib/platform/keyset";
import type { Scope } from "@/lib/platform/scope";
import { findVoice } from "@/lib/surveys/data";
import { countTickets } from "@/lib/tickets/data";
import { testDatabase } from "@/tests/support/database";
import { aWorkspace } from "@/tests/support/import";

await testDatabase();

const NOW = new Date("2026-06-30T12:00:00Z");
const at = (text: string) => new Date(`${text}T09:00:00Z`);
const NAMES = ["Acorn", "birch", "Çınar", "橡树", "Oak", "Oak", "=Elm()", "ווילאָו"];

let scope: Scope;

beforeAll(async () => {
  scope = await aWorkspace({ timeZone: "Europe/Berlin" });
  await loadRecords(
    scope,
    "accounts",
    "crm",
    NAMES.map((name, index) => ({
      externalId: `A-${index}`,
      name,
      ...(index % 2 ? { segment: "SMB", ownerEmail: "ann@x.test" } : { ownerEmail: "bob@x.test" }),
      ...(index === 0 ? { domain: "acorn.example", country: "TR" } : {}),
    })),
    { at: at("2026-01-01") },
  );
  const paid = { startedAt: at("2026-01-01"), currency: "USD", interval: "month" as const };
  await loadRecords(
    scope,
    "subscriptions",
    "crm",
    [0, 1, 2, 3, 4].map((index) => ({
      ...{ externalId: `S-${index}`, account: `A-${index}`, ...paid, amount: BigInt(1_000 + 500 * (index % 3)) },
      ...(index < 2 ? { renewsAt: at(index === 0 ? "2026-07-10" : "2026-12-10") } : {}),
    })),
  );
  await loadRecords(scope, "tickets", "desk", [
    { externalId: "T-1", account: "A-0", createdAt: at("2026-05-01"), solvedAt: at("2026-05-02"), status: "solved", subject: "done" },
    { externalId: "T-2", account: "A-0", createdAt: at("2026-04-01"), status: "open", subject: "open" },
    { externalId: "T-3", account: "A-0", createdAt: at("2026-04-02"), solvedAt: at("2026-04-03"), status: "solved", subject: "reopened" },
    { externalId: "T-4", account: "A-1", createdAt: at("2026-04-05"), status: "open", excluded: true, subject: "spam" },
  ]);
  await loadRecords(scope, "ticket-events", "desk", [{ ticket: "T-3", at: at("2026-04-10"), type: "reopened" }]);
  await loadRecords(scope, "survey-responses", "ask", [
    { externalId: "R-1", account: "A-0", kind: "nps", score: 9n, answeredAt: at("2026-05-10") },
    { externalId: "R-2", account: "A-0", kind: "nps", answeredAt: at("2026-05-20") },
    { externalId: "R-3", account: "A-2", kind: "nps", score: 3n, answeredAt: at("2026-05-20") },
  ]);
  await refresh(scope);
});

const page = (sort: AccountSort, filter: AccountsFilter = {}) =>
  withTenant(
    scope,
    ({ sql }) => listAccounts(sql, scope, { ...filter, sort, columns: ACCOUNT_COLUMNS, after: null, limit: 50 }, NOW),
    "read",
  );

async function whole(sort: AccountSort, turned: boolean, limit: number): Promise<ListedAccount[]> {
  const rows: ListedAccount[] = [];
  for (let after: string | null = null; ; ) {
    const request: AccountsRequest = { sort, turned, after, limit };
    const read: Page<ListedAccount> = await withTenant(scope, ({ sql }) => listMoreAccounts(sql, scope, request, NOW), "read");
    rows.push(...read.rows);
    if (read.next === null) return rows;
    after = read.next;
  }
}

test.each(ACCOUNT_SORTS)(
  "by %s, every account comes once however the pages are cut, and the other way round it is the other way round",
  async (sort) => {
    const all = (await whole(sort, false, 50)).map(({ id }) => id);
    expect(new Set(all).size).toBe(NAMES.length);
    for (const limit of [1, 3]) expect((await whole(sort, false, limit)).map(({ id }) => id)).toEqual(all);
    expect((await whole(sort, true, 3)).map(({ id }) => id)).toEqual([...all].reverse());
  },
);

test("what a row tells is what the account's own page tells", async () => {
  const { rows } = await page("name");
  for (const { id, tickets, nps, touchedOn } of rows) {
    const told = await withTenant(
      scope,
      async ({ sql }) => ({
        tickets: (await countTickets(sql, scope, id, NOW)).open,
        nps: (await findVoice(sql, scope, id, NOW)).nps?.score ?? null,
        touchedOn: (await findLastTouch(sql, scope, id, NOW))?.on ?? null,
      }),
      "read",
    );
    expect({ tickets, nps, touchedOn }).toEqual(told);
  }
  expect(rows.find(({ externalId }) => externalId === "A-0")).toMatchObject({ tickets: 2, nps: 9, country: "TR", domain: "acorn.example" });
});

test("the most open tickets come first, the lowest NPS, the earliest renewal", async () => {
  const first = async (sort: AccountSort) => (await page(sort)).rows[0]?.externalId;
  expect([await first("tickets"), await first("nps"), await first("renewal")]).toEqual(["A-0", "A-2", "A-0"]);
});

test("the list is narrowed to a renewal within days and to some owners, and the total is that of its rows", async () => {
  expect((await page("name", { renews: 30 })).rows.map(({ externalId }) => externalId)).toEqual(["A-0"]);
  expect((await page("name", { renews: 180 })).rows.map(({ externalId }) => externalId)).toEqual(["A-0", "A-1"]);
  const { rows, total } = await page("name", { owners: ["ann@x.test"] });
  expect(rows.map(({ owner }) => owner)).toEqual(Array(4).fill("ann@x.test"));
  expect(total).toEqual({ accounts: 4, customers: 2, mrr: rows.reduce((sum, { mrr }) => sum + (mrr ?? 0), 0) });
  expect((await page("name", { owners: [] })).total.accounts).toBe(0);
});
