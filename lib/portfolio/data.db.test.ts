import { beforeAll, expect, test } from "vitest";
import { listOwnersOf } from "@/lib/people/data";
import { setManager } from "@/lib/people/mutations";
import { withTenant } from "@/lib/platform/db";
import type { MemberScope } from "@/lib/platform/scope";
import { listOwned, readPortfolioCells, readTaskLoad } from "@/lib/portfolio/data";
import { linesOf } from "@/lib/portfolio/rules";
import { testDatabase } from "@/tests/support/database";
import { joined, peopled } from "@/tests/support/people";

process.env.BELLWETHER_TODAY = "2026-11-20";
await testDatabase();

const NOON = new Date("2026-11-20T12:00:00Z");

let admin: MemberScope;
let lead: MemberScope;
let ada: MemberScope;

beforeAll(async () => {
  [admin, lead] = await peopled("portfolio", ["admin", "manager"]);
  ada = await joined("portfolio", "ada@portfolio.test", "csm");
  await joined("portfolio", "bob@portfolio.test", "csm");
  await withTenant(admin, async ({ sql }) => {
    const write = (text: string) => sql(text, [admin.workspaceId]);
    await write(
      `INSERT INTO app.account (workspace_id, source, external_id, name, owner_email, segment)
       SELECT $1::uuid, 'crm', n, n, o, s FROM (VALUES ('Red', 'ada@portfolio.test', 'Enterprise'), ('Green', 'ada@portfolio.test', 'SMB'), ('Gone', 'ada@portfolio.test', 'SMB'),
         ('Touched', 'bob@portfolio.test', 'SMB'), ('Orphan', NULL, NULL)) AS v(n, o, s) RETURNING 1`,
    );
    await write(
      `INSERT INTO app.mrr_movement (workspace_id, account_id, currency, at, until_at, day, delta, balance)
       SELECT $1::uuid, id, 'USD', '2025-01-01', 'infinity', '2025-01-01', 100, 100 FROM app.account WHERE name <> 'Gone' RETURNING 1`,
    );
    await write(
      `INSERT INTO app.health_day (workspace_id, account_id, day, version, card, score, coverage, band, tenure_days, inputs, ages)
       SELECT $1::uuid, id, '2026-11-20', 0, 'd', 50, 1, CASE WHEN name IN ('Red', 'Touched') THEN 'red' ELSE 'green' END, 1, '{}', '{}' FROM app.account WHERE name <> 'Gone' RETURNING 1`,
    );
    await write("INSERT INTO app.health_derivation (workspace_id, through) VALUES ($1::uuid, '2026-11-20') RETURNING 1");
    await write(
      "INSERT INTO app.touchpoint (workspace_id, account_id, type, at, author) SELECT $1::uuid, id, 'call', '2026-11-18', 'x' FROM app.account WHERE name = 'Touched' RETURNING 1",
    );
    await write(
      `INSERT INTO app.task (workspace_id, account_id, owner_id, title, type, reason, due_on, weight, author)
       SELECT $1::uuid, a.id, m.id, 'Call', 'risk', r.reason, r.due::date, 2, 'x' FROM app.account a, app.member m, (VALUES ('usage', '2026-11-19'), ('payment', '2026-11-20')) AS r(reason, due)
       WHERE a.name = 'Red' AND m.email = 'ada@portfolio.test' RETURNING 1`,
    );
  });
});

async function lines(owners: readonly string[] | null) {
  return withTenant(
    admin,
    async ({ sql }) => linesOf(await readPortfolioCells(sql, admin, { owners }, NOON), await readTaskLoad(sql, admin, { owners }, NOON)),
    "read",
  );
}

test("each owner's line counts those who pay, the money at risk, what nobody touched, and the work", async () => {
  const [first, second, third] = await lines(null);
  expect(first).toEqual({
    owner: "ada@portfolio.test",
    accounts: 2,
    mrr: 200,
    unpriced: 0,
    atRisk: { accounts: 1, mrr: 100 },
    untouched: { accounts: 1, mrr: 100 },
    tasks: { open: 2, overdue: 1 }, // due today is not overdue
    load: { accounts: 7, tasks: 4, all: 11 }, // Enterprise 3 × at risk 2, and one small; two tasks of weight 2
  });
  expect(second).toMatchObject({ owner: "bob@portfolio.test", atRisk: { accounts: 1 }, untouched: { accounts: 0, mrr: 0 } });
  expect(third).toMatchObject({ owner: null, accounts: 1 });
});

test("my team is whom I lead, and myself", async () => {
  const owners = (scope: MemberScope, whose: string) => withTenant(scope, ({ sql }) => listOwnersOf(sql, scope, { whose }), "read");
  await withTenant(admin, ({ sql }) => setManager(sql, admin, { memberId: ada.actor.memberId, managerId: lead.actor.memberId }));
  expect(await owners(lead, "team")).toEqual(["ada@portfolio.test", lead.actor.email]);
  expect(await owners(lead, "mine")).toEqual([lead.actor.email]);
  expect(await owners(lead, "all")).toBeNull();
  expect((await lines(await owners(lead, "team"))).map(({ owner }) => owner)).toEqual(["ada@portfolio.test"]);
});

test("nobody leads whoever leads them, or themselves", async () => {
  const set = (memberId: string, managerId: string) => withTenant(admin, ({ sql }) => setManager(sql, admin, { memberId, managerId }));
  await expect(set(lead.actor.memberId, ada.actor.memberId)).rejects.toThrow("Nobody leads whoever leads them");
  await expect(set(ada.actor.memberId, ada.actor.memberId)).rejects.toThrow("Nobody leads whoever leads them");
});

test("an owner's accounts are listed with those that left last; nobody's are listed too", async () => {
  const owned = (owner: string | null) => withTenant(admin, ({ sql }) => listOwned(sql, admin, { owner, limit: 10 }, NOON), "read");
  const { rows, all } = await owned("ada@portfolio.test");
  expect(all).toBe(3);
  expect(rows.at(-1)).toMatchObject({ name: "Gone", isPaying: false, mrr: null });
  expect(rows.find(({ name }) => name === "Red")).toMatchObject({ band: "red", tasks: 2, mrr: 100 });
  expect((await owned(null)).rows.map(({ name }) => name)).toEqual(["Orphan"]);
});
