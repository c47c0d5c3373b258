import { beforeAll, expect, test } from "vitest";
import { withTenant } from "@/lib/platform/db";
import type { MemberScope } from "@/lib/platform/scope";
import { accuracyOf } from "@/lib/renewals/accuracy";
import { listDue, listStood, readCalendar, readCoverage } from "@/lib/renewals/data";
import { callRenewal } from "@/lib/renewals/mutations";
import type { CallFields } from "@/lib/renewals/schema";
import { testDatabase } from "@/tests/support/database";
import { rowsOf } from "@/tests/support/import";
import { peopled } from "@/tests/support/people";

process.env.BELLWETHER_TODAY = "2026-11-20";
await testDatabase();

const NOON = new Date("2026-11-20T12:00:00Z");
const ALL = { days: 180, owners: null, shown: "all", limit: 50 } as const;

let csm: MemberScope;

/** Accounts by name: their band and score today, MRR, the day their contract falls due and what it is worth. */
const BOOK = [
  { name: "Green soon", band: "green", score: 82, mrr: 1_000, due: "2026-12-01", value: 12_000, owner: "ada@acme.test" },
  { name: "Red later", band: "red", score: 21, mrr: 3_000, due: "2027-03-01", value: 36_000, owner: "ada@acme.test" },
  { name: "Red past", band: "red", score: 30, mrr: 500, due: "2026-11-10", value: 6_000, owner: "bob@acme.test" },
  { name: "Watch far", band: "yellow", score: 55, mrr: 700, due: "2027-09-01", value: 8_400, owner: "bob@acme.test" },
] as const;

beforeAll(async () => {
  [csm] = await peopled("renewals", ["csm"]);
  await withTenant(csm, async ({ sql }) => {
    const book = JSON.stringify(BOOK);
    const given = "jsonb_to_recordset($2::text::jsonb) AS g(name text, band text, score float8, mrr int, due date, value int, owner text)";
    const run = (text: string) => sql(text, [csm.workspaceId, book]);
    await run(
      `INSERT INTO app.account (workspace_id, source, external_id, name, owner_email) SELECT $1::uuid, 'crm', name, name, owner FROM ${given} RETURNING 1`,
    );
    const joined = `${given} JOIN app.account a ON a.name = g.name`;
    await run(
      `INSERT INTO app.contract (workspace_id, source, external_id, account_id, due_on, value, term_months, currency)
       SELECT $1::uuid, 'crm', g.name, a.id, g.due, g.value, 12, 'USD' FROM ${joined} RETURNING 1`,
    );
    await run(
      `INSERT INTO app.mrr_movement (workspace_id, account_id, currency, at, until_at, day, delta, balance)
       SELECT $1::uuid, a.id, 'USD', '2025-01-01', 'infinity', '2025-01-01', g.mrr, g.mrr FROM ${joined} RETURNING 1`,
    );
    await run(
      `INSERT INTO app.health_day (workspace_id, account_id, day, version, card, score, coverage, band, tenure_days, inputs, ages)
       SELECT $1::uuid, a.id, '2026-11-20', 0, 'default', g.score, 1, g.band, 600, '{}', '{}' FROM ${joined} RETURNING 1`,
    );
    await sql("INSERT INTO app.health_derivation (workspace_id, through) VALUES ($1::uuid, '2026-11-20') RETURNING 1", [csm.workspaceId]);
  });
});

async function contractOf(name: string): Promise<string> {
  const [contract] = await rowsOf<{ id: string }>(csm, "SELECT id::text FROM app.contract WHERE external_id = $1", [name]);
  if (!contract) throw new Error(`${name} has no contract`);
  return contract.id;
}

async function call(name: string, said: Partial<CallFields>): Promise<void> {
  const contract = await contractOf(name);
  await withTenant(csm, ({ sql }) => callRenewal(sql, csm, { contract, call: "renew", amount: "", note: "", ...said }));
}

const due = (more: Partial<Parameters<typeof listDue>[2]> = {}) =>
  withTenant(csm, ({ sql }) => listDue(sql, csm, { ...ALL, ...more }, NOON), "read");

test("what falls due within the window is listed by its day, past due ones too, and its money adds up", async () => {
  const { rows, totals } = await due();
  expect(rows.map(({ account, daysLeft }) => [account.name, daysLeft])).toEqual([
    ["Red past", -10],
    ["Green soon", 11],
    ["Red later", 101],
  ]);
  expect(totals).toEqual({ contracts: 3, acv: 54_000, unpriced: 0, past: 1, risk: 2, disagree: 0, uncalled: 3 }); // 6,000 + 12,000 + 36,000
  expect((await due({ days: 90 })).totals).toMatchObject({ contracts: 2, acv: 18_000 });
  expect((await due({ owners: ["bob@acme.test"] })).rows.map(({ account }) => account.name)).toEqual(["Red past"]);
});

test("a call stands as it was made, beside the score of that moment, and a later one stands beside it", async () => {
  await call("Green soon", { call: "shrink", amount: "100", note: "Budget was cut." });
  await call("Green soon", { call: "renew" });
  const said = await rowsOf(csm, "SELECT call, amount::int, band, score, note FROM app.renewal_call ORDER BY at, id");
  expect(said).toHaveLength(2);
  expect(said).toContainEqual({ call: "shrink", amount: 10_000, band: "green", score: 82, note: "Budget was cut." });
  expect(said).toContainEqual({ call: "renew", amount: 12_000, band: "green", score: 82, note: null });
  for (const text of ["UPDATE app.renewal_call SET call = 'lose'", "DELETE FROM app.renewal_call"])
    await expect(withTenant(csm, ({ sql }) => sql(text))).rejects.toThrow(/permission denied/);
});

test("word and amount say the same, or nothing is written down", async () => {
  await expect(call("Green soon", { call: "grow", amount: "120" })).rejects.toThrow("To grow is to renew at more than the $120.00 of now.");
  await expect(call("Green soon", { call: "shrink", amount: "120" })).rejects.toThrow("To shrink is to renew at less");
  await expect(call("Green soon", { call: "grow", amount: "a lot" })).rejects.toThrow("Write the amount you expect in USD");
});

test("renewals on which call and score say the opposite come first, and can be looked at alone", async () => {
  await call("Red later", { call: "grow", amount: "500" });
  const { rows, totals } = await due();
  expect(rows.map(({ account, disagrees }) => [account.name, disagrees])).toEqual([
    ["Red later", true],
    ["Red past", false],
    ["Green soon", false],
  ]);
  expect(totals).toMatchObject({ disagree: 1, uncalled: 1 });
  expect((await due({ shown: "disagree" })).rows.map(({ account }) => account.name)).toEqual(["Red later"]);
  expect((await due({ shown: "uncalled" })).rows.map(({ account }) => account.name)).toEqual(["Red past"]);
});

test("a band that somebody set is the one shown, and the disagreement is still with the score", async () => {
  await withTenant(csm, ({ sql }) =>
    sql(
      `INSERT INTO app.health_override (workspace_id, account_id, band, reason, author, at, until_at)
       SELECT $1::uuid, id, 'green', 'They told us.', 'x', '2026-11-19', '2026-12-19' FROM app.account WHERE name = 'Red later' RETURNING 1`,
      [csm.workspaceId],
    ),
  );
  const [first] = (await due()).rows;
  expect(first).toMatchObject({ account: { name: "Red later" }, band: "green", computed: "red", disagrees: true });
});

test("a month holds what falls due in it, by band, and what has been called", async () => {
  const cells = await withTenant(
    csm,
    ({ sql }) => readCalendar(sql, csm, { from: "2026-10-01", until: "2027-10-01", owners: null }, NOON),
    "read",
  );
  expect(cells.map(({ month, state, acv, called, callAmount }) => [month, state, acv, called, callAmount])).toEqual([
    ["2026-11-01", "red", 6_000, 0, 0],
    ["2026-12-01", "green", 12_000, 1, 12_000],
    ["2027-03-01", "green", 36_000, 1, 50_000],
    ["2027-09-01", "yellow", 8_400, 0, 0],
  ]);
});

test("money at risk is untouched until somebody calls, writes or meets; a note is no touch", async () => {
  const coverage = () => withTenant(csm, ({ sql }) => readCoverage(sql, csm, { owners: null, limit: 10 }, NOON), "read");
  const touch = (type: string, at: string) =>
    withTenant(csm, ({ sql }) =>
      sql(
        "INSERT INTO app.touchpoint (workspace_id, account_id, type, at, author) SELECT $1::uuid, id, $2, $3::timestamptz, 'x' FROM app.account WHERE name = 'Red past' RETURNING 1",
        [csm.workspaceId, type, at],
      ),
    );
  await touch("note", "2026-11-19T10:00:00Z");
  await touch("call", "2026-11-06T11:00:00Z"); // an hour more than 14 days before
  expect(await coverage()).toMatchObject({
    atRisk: { accounts: 1, mrr: 500 }, // the other red one was set healthy
    untouched: { accounts: 1, mrr: 500 },
    rows: [{ name: "Red past", touchedOn: "2026-11-06" }],
  });
  await touch("mail", "2026-11-07T10:00:00Z");
  expect(await coverage()).toMatchObject({ atRisk: { accounts: 1 }, untouched: { accounts: 0, mrr: 0 }, rows: [] });
});

test("a decided renewal is held against the calls that stood before it, by money a year", async () => {
  await withTenant(csm, async ({ sql }) => {
    const write = (text: string, params: unknown[] = []) => sql(text, [csm.workspaceId, ...params]);
    await write(
      `INSERT INTO app.contract (workspace_id, source, external_id, account_id, due_on, value, term_months, currency, renewed_on, renewed_value, renewed_term_months)
       SELECT $1::uuid, 'crm', 'Decided', id, '2026-10-01', 12000, 12, 'USD', '2026-09-20', 30000, 24 FROM app.account WHERE name = 'Watch far' RETURNING 1`,
    );
    for (const [word, amount, at] of [
      ["renew", 12_000, "2026-03-01"],
      ["shrink", 9_000, "2026-07-03"], // the 90th day before the due day is over
      ["grow", 14_000, "2026-07-04"],
      ["lose", 0, "2026-09-25"], // after it was decided
    ])
      await write(
        "INSERT INTO app.renewal_call (workspace_id, contract_id, call, amount, currency, author, at) SELECT $1::uuid, id, $2, $3::bigint, 'USD', 'ada', $4::timestamptz FROM app.contract WHERE external_id = 'Decided' RETURNING 1",
        [word, amount, `${at}T23:59:59Z`],
      );
    for (const [day, band] of [
      ["2026-06-30", "green"],
      ["2026-07-04", "red"],
    ])
      await write(
        "INSERT INTO app.health_day (workspace_id, account_id, day, version, card, score, coverage, band, tenure_days, inputs, ages) SELECT $1::uuid, id, $2::date, 0, 'd', 50, 1, $3, 1, '{}', '{}' FROM app.account WHERE name = 'Watch far' RETURNING 1",
        [day, band],
      );
  });
  const stood = await withTenant(csm, ({ sql }) => listStood(sql, csm, { owners: null, grace: 30 }, NOON), "read");
  const lines = stood.map(({ horizon, call: word, called, actual, outcome, band }) => [horizon, word, called, actual, outcome, band]);
  // 30,000 over 24 months are 15,000 over the 12 there were; at 30 days the call of July still stands.
  expect(lines.sort((a, b) => Number(b[0]) - Number(a[0]))).toEqual([
    [180, "renew", 12_000, 15_000, "grown", null],
    [90, "shrink", 9_000, 15_000, "grown", "green"],
    [30, "grow", 14_000, 15_000, "grown", null],
  ]);
  expect(accuracyOf(stood.filter(({ horizon }) => horizon === 30)).word).toMatchObject({ n: 1, right: 1, share: null });
});

test("a renewal that is decided is not called any more", async () => {
  await expect(call("Decided", {})).rejects.toThrow("This renewal is decided already");
});
