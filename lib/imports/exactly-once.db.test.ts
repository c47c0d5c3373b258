import { readFileSync } from "node:fs";
import { beforeAll, expect, test } from "vitest";
import { importFile } from "@/lib/imports/import-file";
import { findKind } from "@/lib/imports/registry";
import type { Scope } from "@/lib/platform/scope";
import { testDatabase } from "@/tests/support/database";
import { aFile, aWorkspace, importText, rowsOf } from "@/tests/support/import";

await testDatabase();
let scope: Scope;

beforeAll(async () => {
  scope = await aWorkspace();
});

function load(kind: string, text: string, more: { source?: string; map?: object; dryRun?: boolean } = {}) {
  return importText(scope, kind, text, more);
}

function rows<Row>(text: string, params: readonly unknown[] = []) {
  return rowsOf<Row>(scope, text, params);
}

test("the same file again is unchanged, a changed row updates, and nothing else is touched", async () => {
  const first = "externalId,name,segment\nA,Alpha,SMB\nB,Beta,Mid\n";
  expect(await load("accounts", first)).toMatchObject({ read: 2, accepted: 2, unchanged: 0, rejected: 0 });
  const before = await rows("SELECT id::text, updated_at::text, version FROM app.account ORDER BY external_id");
  const audits = await rows("SELECT 1 FROM app.audit");
  expect(await load("accounts", first)).toMatchObject({ read: 2, accepted: 0, unchanged: 2 });
  expect(await rows("SELECT id::text, updated_at::text, version FROM app.account ORDER BY external_id")).toEqual(before);
  expect(await rows("SELECT 1 FROM app.audit")).toHaveLength(audits.length);
  expect(await load("accounts", "externalId,name,segment\nA,Alpha,Enterprise\nB,Beta,Mid\n")).toMatchObject({ accepted: 1, unchanged: 1 });
});

test("an account's first attributes reach back for ever, a later change is dated when it came", async () => {
  const versions = await rows<{ from_at: string; segment: string }>(
    "SELECT v.from_at::text, v.segment FROM app.account_version v JOIN app.account a ON a.id = v.account_id WHERE a.external_id = 'A' ORDER BY v.from_at",
  );
  expect(versions.map(({ segment }) => segment)).toEqual(["SMB", "Enterprise"]);
  expect(versions[0]?.from_at).toBe("-infinity");
});

test("a file of keys and references alone is a file", async () => {
  expect(await load("contacts", "externalId,account\nC1,A\n")).toMatchObject({ accepted: 1, rejected: 0 });
  expect(await load("contacts", "externalId,account\nC1,A\n")).toMatchObject({ unchanged: 1 });
});

test("rejected rows never go over the file they are read from, nor nowhere", async () => {
  const path = aFile("externalId,name\nR1,One\n");
  const into = (rejectsPath: string) =>
    importFile(scope, { kind: findKind("accounts"), path, source: "crm", map: null, rejectsPath, dryRun: false, say: () => {} });
  await expect(into(path)).rejects.toThrow(/cannot go into the file they are read from/);
  await expect(into("/nowhere/at/all.csv")).rejects.toThrow(/^The file \/nowhere\/at\/all.csv for rejected rows cannot be written/);
  expect(readFileSync(path, "utf8")).toBe("externalId,name\nR1,One\n");
});

test("a file without a column leaves an account's field as it is", async () => {
  await load("accounts", "externalId,name\nA,Alpha Inc\n");
  expect(await rows("SELECT name, segment FROM app.account WHERE external_id = 'A'")).toEqual([
    { name: "Alpha Inc", segment: "Enterprise" },
  ]);
});

test("a repeated key with the same content is unchanged, with other content it is refused, naming the first line", async () => {
  const text =
    "externalId,account,startedAt,amount,interval\nS1,A,2024-01-01,1000,month\nS1,A,2024-01-01,1000.0,month\nS1,A,2024-01-01,1000,month\nS1,A,2024-01-01,2000,month\n";
  const report = await load("subscriptions", text);
  expect(report).toMatchObject({
    read: 4,
    accepted: 1,
    unchanged: 1,
    rejected: 2,
    reasons: { "fractional-minor-unit": 1, "duplicate-key": 1 },
  });
  expect(
    await rows("SELECT line::int AS line, detail FROM app.import_reject WHERE run_id = $1::uuid AND reason = 'duplicate-key'", [
      report.runId,
    ]),
  ).toEqual([{ line: 5, detail: "S1 is on line 2 with other content" }]);
});

test("every reason is counted once, under the first one of its row", async () => {
  const head = "externalId,account,startedAt,endedAt,amount,currency,interval,status,quantity\n";
  const cases: [string, string][] = [
    ["X1,nobody,2024-01-01,,1,USD,month,active,1", "unknown-account"],
    ["X2,A,2024-13-01,,1,USD,month,active,1", "bad-date"],
    ["X3,A,2024-01-02,2024-01-01,1,USD,month,active,1", "end-before-start"],
    ["X4,A,2024-01-01,,-1,USD,month,active,1", "negative-amount"],
    ["X5,A,2024-01-01,,1,XYZ,month,active,1", "unknown-currency"],
    ["X6,A,2024-01-01,,1,USD,fortnight,active,1", "unknown-value"],
    ["X7,A,2024-01-01,,ten,USD,month,active,1", "bad-number"],
    ["X8,A,2024-01-01,,,USD,month,active,1", "missing-field"],
    ["X9,A,2024-01-01,,1,USD,month,canceled,1", "missing-field"],
    ["X10,A,2024-01-01,,1,USD,month,active", "ragged-row"],
    ["X11,A,2024-01-01,,99999999999999999999,USD,month,active,1", "out-of-range"],
    ["X12,A\0,2024-01-01,,1,USD,month,active,1", "nul-byte"],
    ['X13,"A,2024-01-01,,1,USD,month,active,1', "unclosed-quote"],
  ];
  const good = ["Y1,A,2024-01-01,2024-01-01,1,jpy,month,active,4.0", "Y2,A,2024-01-01 10:00,,1,,year,,"];
  const report = await load("subscriptions", head + [...cases.map(([line]) => line), ...good].join("\r\n"));
  const expected: Record<string, number> = {};
  for (const [, reason] of cases) expected[reason] = (expected[reason] ?? 0) + 1;
  expect(report).toMatchObject({ read: 15, accepted: 2, rejected: 13, reasons: expected });
  expect(
    await rows(
      "SELECT external_id, quantity::int AS quantity, currency, started_at::text AS started_at FROM app.subscription WHERE external_id LIKE 'Y%' ORDER BY 1",
    ),
  ).toEqual([
    { external_id: "Y1", quantity: 4, currency: "JPY", started_at: "2023-12-31 23:00:00+00" },
    { external_id: "Y2", quantity: 1, currency: "USD", started_at: "2024-01-01 09:00:00+00" },
  ]);
});

test("an account is found within the source first, then anywhere if only one has the id", async () => {
  await load("accounts", "externalId,name\nB,Other Beta\nZ,Zeta\n", { source: "billing" });
  const text = "externalId,account,startedAt,amount,interval\nR1,Z,2024-01-01,1,month\nR2,B,2024-01-01,1,month\n";
  expect(await load("subscriptions", text)).toMatchObject({ accepted: 2 });
  expect(await load("subscriptions", text.replaceAll("R", "Q"), { source: "elsewhere" })).toMatchObject({
    accepted: 1,
    reasons: { "ambiguous-account": 1 },
  });
});

test("a dry run counts the same and writes nothing", async () => {
  const text = "externalId,name,segment\nA,Alpha Inc,SMB\nB,Beta,Mid\nN,New,\n,Nameless,\n";
  const before = await rows("SELECT count(*)::int AS n FROM app.import_run");
  const dry = await load("accounts", text, { dryRun: true });
  expect(dry).toMatchObject({ read: 4, accepted: 2, unchanged: 1, rejected: 1, runId: null });
  expect(await rows("SELECT count(*)::int AS n FROM app.import_run")).toEqual(before);
  expect(await load("accounts", text)).toMatchObject({ read: 4, accepted: 2, unchanged: 1, rejected: 1 });
});

test("records without an external id are known by their content: pauses, discounts, rates", async () => {
  const pause = "subscription,from,until\nS1,2024-02-01,2024-03-01\n";
  expect(await load("pauses", pause)).toMatchObject({ accepted: 1 });
  expect(await load("pauses", pause.replace("2024-03-01", "2024-04-01"))).toMatchObject({ accepted: 1 });
  expect(await rows("SELECT count(*)::int AS n FROM app.pause")).toEqual([{ n: 1 }]);
  const discount = "subscription,type,value,duration\nS1,percent,10.50,forever\n";
  expect(await load("discounts", discount)).toMatchObject({ accepted: 1 });
  expect(await load("discounts", discount.replace("10.50", "10.5"))).toMatchObject({ unchanged: 1 });
  expect(await load("exchange-rates", "currency,month,rate\nEUR,2024-01,1.1\nEUR,2024-02-01,1.2\n")).toMatchObject({ accepted: 2 });
  expect(await load("exchange-rates", "currency,month,rate\nEUR,2024-01,1.10\nEUR,2024-02,1.3\n", { source: "ecb" })).toMatchObject({
    accepted: 1,
    unchanged: 1,
  });
});

test("a map reads other people's columns, words, dates and major units", async () => {
  const map = {
    fields: {
      externalId: "id",
      account: { value: "A" },
      startedAt: { column: "from", format: "dd/MM/yyyy" },
      amount: { column: "price", unit: "major" },
      currency: "money",
      interval: { column: "cycle", values: { monthly: "month" } },
    },
    csv: { delimiter: ";", encoding: "windows-1252", decimal: "," },
  };
  const text =
    "id;from;price;money;cycle\nM1;31/01/2024;1.234,50;EUR;monthly\nM2;31/01/2024;1234;JPY;monthly\nM3;31/01/2024;1,2345;KWD;monthly\nM4;31/02/2024;1;EUR;monthly\n";
  expect(await load("subscriptions", text, { map })).toMatchObject({ accepted: 2, reasons: { "fractional-minor-unit": 1, "bad-date": 1 } });
  expect(
    await rows("SELECT amount::int AS amount, currency FROM app.subscription WHERE external_id IN ('M1', 'M2') ORDER BY external_id"),
  ).toEqual([
    { amount: 123450, currency: "EUR" },
    { amount: 1234, currency: "JPY" },
  ]);
});

test("imports of the same and of overlapping files at the same moment agree", async () => {
  const mine = await aWorkspace();
  const lines = Array.from({ length: 6000 }, (_, index) => `K${index},Name ${index},S${index % 3}`);
  const head = "externalId,name,segment\n";
  const all = `${head}${lines.join("\n")}\n`;
  const reports = await Promise.all([
    importText(mine, "accounts", all),
    importText(mine, "accounts", all),
    importText(mine, "accounts", `${head}${[...lines].reverse().join("\n")}\n`),
    ...Array.from({ length: 2 }, (_, part) =>
      importText(mine, "accounts", `${head}${lines.filter((_, index) => index % 2 === part).join("\n")}\n`),
    ),
  ]);
  expect(reports.reduce((sum, { inserted }) => sum + inserted, 0)).toBe(6000);
  expect(reports.every(({ updated, rejected }) => updated + rejected === 0)).toBe(true);
});
