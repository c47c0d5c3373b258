import { beforeAll, expect, test } from "vitest";
import { readMetrics } from "@/lib/metrics/read";
import { readBook } from "@/lib/overview/book/data";
import { withTenant } from "@/lib/platform/db";
import type { MemberScope } from "@/lib/platform/scope";
import { totalOf } from "@/lib/portfolio/rules";
import { listDue } from "@/lib/renewals/data";
import { testDatabase } from "@/tests/support/database";
import { peopled } from "@/tests/support/people";

process.env.BELLWETHER_TODAY = "2026-11-20";
await testDatabase();

const NOON = new Date("2026-11-20T12:00:00Z");

let admin: MemberScope;

beforeAll(async () => {
  [admin] = await peopled("book", ["admin"]);
  await withTenant(admin, async ({ sql }) => {
    const write = (text: string) => sql(text, [admin.workspaceId]);
    await write(
      `INSERT INTO app.account (workspace_id, source, external_id, name, owner_email, segment)
       SELECT $1::uuid, 'crm', n, n, o, s FROM (VALUES ('Soon', 'ada@book.test', 'SMB'), ('Twice', 'ada@book.test', 'SMB'), ('Monthly', 'bob@book.test', 'Enterprise'),
         ('Overdue', 'bob@book.test', 'SMB'), ('Wary', 'bob@book.test', 'SMB'), ('Well', 'bob@book.test', 'SMB'), ('Gone', 'bob@book.test', 'SMB')) AS v(n, o, s) RETURNING 1`,
    );
    await write(
      `INSERT INTO app.account_dimension (workspace_id, account_id, from_at, until_at, owner, segment)
       SELECT $1::uuid, id, '-infinity', 'infinity', owner_email, segment FROM app.account RETURNING 1`,
    );
    await write(
      `INSERT INTO app.mrr_movement (workspace_id, account_id, currency, at, until_at, day, delta, balance)
       SELECT $1::uuid, a.id, 'USD', '2025-01-01', 'infinity', '2025-01-01', v.mrr, v.mrr FROM app.account a
       JOIN (VALUES ('Soon', 100), ('Twice', 200), ('Monthly', 400), ('Overdue', 800), ('Wary', 1600), ('Well', 3200)) AS v(n, mrr) ON v.n = a.name RETURNING 1`,
    );
    await write(
      `INSERT INTO app.health_day (workspace_id, account_id, day, version, card, score, coverage, band, tenure_days, inputs, ages)
       SELECT $1::uuid, id, '2026-11-20', 0, 'd', 50, 1, CASE name WHEN 'Well' THEN 'green' WHEN 'Wary' THEN 'yellow' ELSE 'red' END, 1, '{}', '{}' FROM app.account RETURNING 1`,
    );
    await write(
      "INSERT INTO app.health_derivation (workspace_id, through, as_of) VALUES ($1::uuid, '2026-11-20', '2026-11-20') RETURNING 1",
    );
    await write(
      `INSERT INTO app.contract (workspace_id, source, external_id, account_id, due_on, value, term_months, currency)
       SELECT $1::uuid, 'crm', v.n || v.due, a.id, v.due::date, 1200, 12, 'USD' FROM app.account a
       JOIN (VALUES ('Soon', '2026-12-31'), ('Twice', '2027-03-31'), ('Twice', '2027-06-01'), ('Overdue', '2026-09-30'), ('Wary', '2027-01-01'), ('Well', '2027-01-01')) AS v(n, due) ON v.n = a.name RETURNING 1`,
    );
  });
});

const book = (where = {}) => withTenant(admin, ({ sql }) => readBook(sql, admin, { at: NOON, where }), "read");

test("each account counts once, in the quarter of its next open renewal; what is overdue stands where it was due, and who has none comes last", async () => {
  const { quarter, risk } = await book();
  expect(quarter).toBe("2026-10-01");
  expect(risk.map(({ quarter, red, yellow }) => [quarter, red.mrr, yellow.mrr])).toEqual([
    ["2026-07-01", 800, 0],
    ["2026-10-01", 100, 0],
    ["2027-01-01", 200, 1_600],
    [null, 400, 0],
  ]);
});

test("the quarters and those without a renewal add up to the metric, as do the owners", async () => {
  const { risk, lines } = await book();
  const request = { ids: ["at-risk-mrr", "at-risk-customers"], period: "2026-11", asOf: NOON };
  const { metrics } = await withTenant(admin, ({ sql }) => readMetrics(sql, admin, request), "read");
  const [mrr, customers] = metrics.map(({ value }) => value);
  expect(mrr).toBe(1_500); // 800 + 100 + 200 + 400
  expect(risk.reduce((sum, { red }) => sum + red.mrr, 0)).toBe(mrr);
  expect(risk.reduce((sum, { red }) => sum + red.accounts, 0)).toBe(customers);
  expect(totalOf(lines).atRisk).toEqual({ accounts: customers, mrr });
});

test("a filter holds for the money, the owners and their number alike", async () => {
  const { risk, lines } = await book({ segment: "Enterprise" });
  expect(risk.map(({ quarter, red }) => [quarter, red.mrr])).toEqual([[null, 400]]);
  expect(lines.map(({ owner, accounts }) => [owner, accounts])).toEqual([["bob@book.test", 1]]);
});

test("what a quarter opens are the renewals of those accounts in it", async () => {
  const request = { days: 90, due: { start: "2027-01-01", end: "2027-04-01" }, owners: null, shown: "risk", limit: 50 } as const;
  const { rows, totals } = await withTenant(admin, ({ sql }) => listDue(sql, admin, request, NOON), "read");
  expect(rows.map(({ account }) => account.name)).toEqual(["Wary", "Twice"]);
  expect(totals).toMatchObject({ contracts: 3, risk: 2 });
});
